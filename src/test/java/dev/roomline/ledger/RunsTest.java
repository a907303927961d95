package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import dev.roomline.ledger.Run.Beginning;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void tellsThePastNewestFirst() {
    ledgerFixture.runs.end(ledgerFixture.begin("one"), true);
    ledgerFixture.begin("two");

    assertThat(ledgerFixture.runs.past())
        .extracting(Run.Past::ending)
        .containsExactly("killed", "finished");
  }
}
