package dev.roomline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedOutputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "12 rendered of 12 rows in 5.3 s § 12 rendered of 12 rows in 1 min 2 s",
        "row 3: sent 2026-11-22T19:10:25.272Z § row 3: sent 2027-01-01T00:00:00Z",
        "pictures/hallway--8ec17cd6.png § pictures/hallway--00000000.png",
        "disk: 83 GB free § disk: 7 MB free",
        "results: …/out/results.csv § results: …/deep/down/out/results.csv",
        "… rendered of 12 rows § 7 rendered of 12 rows",
      })
  void whatDiffersFromRunToRunIsShown(String shown, String printed) {
    assertThat(output(printed).isShownAs(List.of(shown))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "12 rendered of 12 rows in 5.3 s § 11 rendered of 12 rows in 5.3 s",
        "bought 1, reused 11 § bought 1, reused 11, and more",
        "results: …/out/results.csv § results: …/out/errors.csv",
      })
  void whatIsSaidDifferentlyIsNot(String shown, String printed) {
    assertThat(output(printed).isShownAs(List.of(shown))).isFalse();
  }

  @Test
  void aLineMoreOrLessIsNoticed() {
    assertThat(output("a", "b").isShownAs(List.of("a"))).isFalse();
    assertThat(output("a").isShownAs(List.of("a", "b"))).isFalse();
    assertThat(output("b", "a").isShownAs(List.of("a", "b"))).isFalse();
  }

  @Test
  void aGapStandsForAnyLinesOrNone() {
    assertThat(output("a", "x", "y", "b").isShownAs(List.of("a", "…", "b"))).isTrue();
    assertThat(output("a", "b").isShownAs(List.of("a", "…", "b"))).isTrue();
    assertThat(output("a", "x").isShownAs(List.of("a", "…", "b"))).isFalse();
  }

  @Test
  void whatStillHoldsStaysAsItIsShown() {
    var shown = List.of("run 1: … rows", "took 5 s", "bought 3", "…", "done");

    assertThat(
            output("run 1: 12 rows", "took 7 s", "paid for 3", "x", "y", "done").shownAnew(shown))
        .containsExactly("run 1: … rows", "took 5 s", "paid for 3", "…", "done");
  }

  @Test
  void whatHoldsAltogetherIsNotTouched() {
    var shown = List.of("…", "in 5 s");

    assertThat(output("a", "b", "in 6 s").shownAnew(shown)).isSameAs(shown);
  }

  @Test
  void aLineThatIsNewIsTakenOver() {
    assertThat(output("a", "new", "b").shownAnew(List.of("a", "b")))
        .containsExactly("a", "new", "b");
  }

  private static PrintedOutput output(String... lines) {
    return new PrintedOutput(List.of(lines));
  }
}
