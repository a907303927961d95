package dev.roomline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresIT {

  @Test
  void theMedianIsTheMiddleOneOrBetweenTheMiddleTwo() {
    assertThat(new Figures(9, 1, 2).median()).isEqualTo(2);
    assertThat(new Figures(4, 1, 9, 2).median()).isEqualTo(3);
  }

  @Test
  void showsTheMedianAndWhatItLiesBetween() {
    assertThat(new Figures(1.0312, 1.5, 0.98765)).hasToString("1.03 (0.988–1.5)");
    assertThat(new Figures(0, 0, 0)).hasToString("0");
    assertThat(new Figures(12_345.6)).hasToString("12 346");
  }

  @Test
  void aGoalIsHeldAgainstTheMedianNotAgainstWhatIsShown() {
    assertThat(Line.of("time", new Figures(1.0301)).atMost(1.03).verdict())
        .isEqualTo("**not reached**");
    assertThat(Line.of("time", new Figures(1.03)).atMost(1.03).verdict()).isEqualTo("reached");
  }
}
