package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import dev.roomline.ledger.Run.Beginning;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class RunsTest {
  @TempDir
  Path folder;

  private LedgerFixture ledgerFixture;

  @BeforeEach
  void open() {
    ledgerFixture = new LedgerFixture(folder);
  }

  @AfterEach
  void close() {
    ledgerFixture.close();
  }

  @Test
  void goesOnWithARunThatWasKilled() {
    var killed = ledgerFixture.begin("one");

    var begun = ledgerFixture.begin("one", false);

    assertThat(begun.beginning()).isEqualTo(Beginning.CONTINUED);
    assertThat(begun.run().number()).isEqualTo(killed.number());
  }

  @Test
  void beginsAnewAfterAFinishedRun() {
    ledgerFixture.runs.end(ledgerFixture.begin("one"), true);

    assertThat(ledgerFixture.begin("one", false).beginning()).isEqualTo(Beginning.NEW);
  }

  @Test
  void closesAnUnfinishedRunWhoseInputHasChanged() {
    var old = ledgerFixture.begin("one");

    var begun = ledgerFixture.begin("two", false);

    assertThat(begun.run().number()).isEqualTo(old.number() + 1);
    assertThat(begun.abandoned()).containsExactly(old.number());
  }

  @Test
  void aFreshRunOpensAnEditionAndGoesOnInIt() {
    var plain = ledgerFixture.begin("one");
    var fresh = ledgerFixture.begin("one", true);
    assertThat(fresh.run().edition()).isEqualTo(plain.edition() + 1);

    var again = ledgerFixture.begin("one", true);

    assertThat(again.run()).isEqualTo(fresh.run());
  }

  @Test
  void aPlainRunAfterAFreshOneReusesWhatThatBought() {
    var fresh = ledgerFixture.begin("one", true).run();
    ledgerFixture.runs.end(fresh, true);

    var plain = ledgerFixture.begin("one");

    assertThat(plain.sinceEdition()).isZero();
    assertThat(plain.edition()).isEqualTo(fresh.edition());
  }

  @Test
  void aCrashKeepsTheBudgetSpentAndAnOrderlyEndGivesItBack() {
    var run = ledgerFixture.begin("one");
    var purchase = new Purchase(new RenderKey("k"), 0, 1);
    ledgerFixture.ledger.claim(
        purchase, run.number(), ResultPosition.ofRow(2), BudgetLimits.ofRenders(10));
    assertThat(ledgerFixture.begin("one").spent()).isEqualTo(1);

    ledgerFixture.runs.end(run, false);

    assertThat(ledgerFixture.begin("one").spent()).isZero();
  }

  @Test
  void aRunThatReplacesAKilledOneHasWhatThatLeftOfTheBudget() {
    var killed = ledgerFixture.begin("one");
    var purchase = new Purchase(new RenderKey("k"), 0, 1);
    ledgerFixture.ledger.claim(
        purchase, killed.number(), ResultPosition.ofRow(2), BudgetLimits.ofRenders(10));

    assertThat(ledgerFixture.begin("two").spent()).isEqualTo(1);
  }

  @Test
  void afterAKillAtAnyWriteOfAStartItIsKnownWhatWasSpent() {
    var killed = ledgerFixture.begin("list 0");
    claim("k", killed);
    var writes = 1;
    for (; killedAt(writes, "list " + writes); writes++) {
      assertThat(ledgerFixture.runs.carried(LedgerFixture.JOB).renders()).isEqualTo(1);
    }

    assertThat(writes).isGreaterThan(5);
    assertThat(ledgerFixture.begin("another").spent()).isEqualTo(1);
  }

  @Test
  void aCopyOfTheJobFileHasWhatAKilledRunLeftAndResultsOfItsOwn() {
    claim("k", ledgerFixture.begin("one"));
    var copy = LedgerFixture.job("copies/nightly.yml");

    var begun = ledgerFixture.begin(copy, "one", false);

    assertThat(begun.run().spent()).isEqualTo(1);
    assertThat(begun.beginning()).isEqualTo(Beginning.NEW);
    assertThat(begun.abandoned()).isEmpty();
  }

  @Test
  void aRunThatIsContinuedAfterThatOfACopyKnowsWhatBothSpent() {
    claim("a", ledgerFixture.begin("one"));
    claim(
        "b",
        ledgerFixture
            .begin(LedgerFixture.job("copies/nightly.yml"), "one", false)
            .run());

    var continued = ledgerFixture.begin("one");
    claim("c", continued);

    assertThat(continued.spent()).isEqualTo(2);
    assertThat(ledgerFixture.begin("one").spent()).isEqualTo(3);
  }

  @Test
  void anOrderlyEndGivesBackWhatRunsOfTheSameNameSpent() {
    claim("a", ledgerFixture.begin("one"));
    ledgerFixture.runs.end(
        ledgerFixture
            .begin(LedgerFixture.job("copies/nightly.yml"), "one", false)
            .run(),
        true);

    assertThat(ledgerFixture.begin("one").spent()).isZero();
  }

  @Test
  void aJobOfAnotherNameHasABudgetOfItsOwn() {
    claim("k", ledgerFixture.begin("one"));

    var other = ledgerFixture.begin(LedgerFixture.job("jobs/catalogue.yml"), "one", false);

    assertThat(other.run().spent()).isZero();
  }

  @Test
  void aLinkToTheJobFileContinuesItsRun() {
    var killed = ledgerFixture.begin("one");
    var link = new Run.Job("nightly", LedgerFixture.JOB.file(), "jobs/tonight.yml");

    assertThat(ledgerFixture.begin(link, "one", false).run().number()).isEqualTo(killed.number());
  }

  @Test
  void continuesARunThatAFormerReleaseStoredByItsLink() {
    var link =
        ledgerFixture.begin(LedgerFixture.job("link/nightly.yml"), "one", false).run();
    var job = new Run.Job("nightly", "jobs/nightly.yml", "link/nightly.yml");

    assertThat(ledgerFixture.begin(job, "one", false).run().number()).isEqualTo(link.number());
    assertThat(ledgerFixture.begin("one").number()).isEqualTo(link.number());
  }

  @Test
  void anUnfinishedEditionGoesOnWhateverHasChanged() {
    var killed = ledgerFixture.begin("one", true).run();

    var changed = ledgerFixture.begin("two", true).run();

    assertThat(changed.number()).isNotEqualTo(killed.number());
    assertThat(changed.edition()).isEqualTo(killed.edition());
  }

  @Test
  void aPlainRunInBetweenDoesNotEndAnUnfinishedEdition() {
    var killed = ledgerFixture.begin("one", true).run();
    ledgerFixture.runs.end(ledgerFixture.begin("one"), true);

    assertThat(ledgerFixture.begin("one", true).run().edition()).isEqualTo(killed.edition());
  }

  @Test
  void anEditionThatFinishedIsFollowedByAnother() {
    var finished = ledgerFixture.begin("one", true).run();
    ledgerFixture.runs.end(finished, true);

    assertThat(ledgerFixture.begin("one", true).run().edition()).isEqualTo(finished.edition() + 1);
  }

  @Test
  void anotherFileOfTheNameDoesNotFinishTheEditionOfThisOne() {
    var killed = ledgerFixture.begin("one", true).run();
    ledgerFixture.runs.end(
        ledgerFixture
            .begin(LedgerFixture.job("copies/nightly.yml"), "two", true)
            .run(),
        true);

    assertThat(ledgerFixture.begin("one", true).run().edition()).isEqualTo(killed.edition());
  }

  @Test
  void tellsThePastNewestFirst() {
    ledgerFixture.runs.end(ledgerFixture.begin("one"), true);
    ledgerFixture.begin("two");

    assertThat(ledgerFixture.runs.past())
        .extracting(Run.Past::ending)
        .containsExactly("killed", "finished");
  }

  @Test
  void aCopyOfTheJobFileForTheSameListGoesOnWithItsEdition() {
    var killed = ledgerFixture.begin("one", true).run();
    var copy = LedgerFixture.job("copies/nightly.yml");
    var list = LedgerFixture.JOB.file() + ".csv";

    var begun = ledgerFixture.runs.begin(new Run.Request(copy, list, "two", "r", true), "[]");

    assertThat(begun.run().edition()).isEqualTo(killed.edition());
  }

  private void claim(String key, Run run) {
    ledgerFixture.ledger.claim(
        new Purchase(new RenderKey(key), 0, 1),
        run.number(),
        ResultPosition.ofRow(2),
        BudgetLimits.ofRenders(10));
  }

  /** Begins a run and breaks off after so many statements; false if it needed no more. */
  private boolean killedAt(int statements, String digest) {
    var left = new AtomicInteger(statements);
    var source = new DelegatingDataSource(ledgerFixture.database.source()) {
      @Override
      public Connection getConnection() throws SQLException {
        if (left.getAndDecrement() == 0) throw new SQLException("killed");
        return super.getConnection();
      }
    };
    try {
      new Runs(source, Clock.systemUTC())
          .begin(new Run.Request(LedgerFixture.JOB, "rooms.csv", digest, "r", false), "[]");
      return false;
    } catch (DataAccessException killed) {
      return true;
    }
  }
}
