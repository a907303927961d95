package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Place;
import dev.roomline.domain.RenderKey;
import dev.roomline.ledger.Run.Beginning;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
  @TempDir
  Path folder;

  private Books books;

  @BeforeEach
  void open() {
    books = new Books(folder);
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void goesOnWithARunThatWasKilled() {
    var killed = books.begin("one");

    var begun = books.begin("one", false);

    assertThat(begun.beginning()).isEqualTo(Beginning.CONTINUED);
    assertThat(begun.run().number()).isEqualTo(killed.number());
  }

  @Test
  void beginsAnewAfterAFinishedRun() {
    books.runs.end(books.begin("one"), true);

    assertThat(books.begin("one", false).beginning()).isEqualTo(Beginning.NEW);
  }

  @Test
  void closesAnUnfinishedRunWhoseInputHasChanged() {
    var old = books.begin("one");

    var begun = books.begin("two", false);

    assertThat(begun.run().number()).isEqualTo(old.number() + 1);
    assertThat(begun.abandoned()).containsExactly(old.number());
  }

  @Test
  void aFreshRunOpensAnEditionAndGoesOnInIt() {
    var plain = books.begin("one");
    var fresh = books.begin("one", true);
    assertThat(fresh.run().edition()).isEqualTo(plain.edition() + 1);

    var again = books.begin("one", true);

    assertThat(again.run()).isEqualTo(fresh.run());
  }

  @Test
  void aPlainRunAfterAFreshOneReusesWhatThatBought() {
    var fresh = books.begin("one", true).run();
    books.runs.end(fresh, true);

    var plain = books.begin("one");

    assertThat(plain.sinceEdition()).isZero();
    assertThat(plain.edition()).isEqualTo(fresh.edition());
  }

  @Test
  void aCrashKeepsTheBudgetSpentAndAnOrderlyEndGivesItBack() {
    var run = books.begin("one");
    var purchase = new Purchase(new RenderKey("k"), 0, 1);
    books.ledger.claim(purchase, run.number(), Place.ofRow(2), Allowance.ofRenders(10));
    assertThat(books.begin("one").spent()).isEqualTo(1);

    books.runs.end(run, false);

    assertThat(books.begin("one").spent()).isZero();
  }

  @Test
  void aRunThatReplacesAKilledOneHasWhatThatLeftOfTheBudget() {
    var killed = books.begin("one");
    var purchase = new Purchase(new RenderKey("k"), 0, 1);
    books.ledger.claim(purchase, killed.number(), Place.ofRow(2), Allowance.ofRenders(10));

    assertThat(books.begin("two").spent()).isEqualTo(1);
  }

  @Test
  void tellsThePastNewestFirst() {
    books.runs.end(books.begin("one"), true);
    books.begin("two");

    assertThat(books.runs.past())
        .extracting(Run.Past::ending)
        .containsExactly("killed", "finished");
  }
}
