package dev.roomline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleStatisticsIT {

  @Test
  void theMedianIsTheMiddleOneOrBetweenTheMiddleTwo() {
    assertThat(new SampleStatistics(9, 1, 2).median()).isEqualTo(2);
    assertThat(new SampleStatistics(4, 1, 9, 2).median()).isEqualTo(3);
  }

  @Test
  void showsTheMedianAndWhatItLiesBetween() {
    assertThat(new SampleStatistics(1.0312, 1.5, 0.98765)).hasToString("1.03 (0.988–1.5)");
    assertThat(new SampleStatistics(0, 0, 0)).hasToString("0");
    assertThat(new SampleStatistics(12_345.6)).hasToString("12 346");
  }

  @Test
  void aGoalIsHeldAgainstTheMedianNotAgainstWhatIsShown() {
    assertThat(ReportRow.of("time", new SampleStatistics(1.0301)).atMost(1.03).verdict())
        .isEqualTo("**not reached**");
    assertThat(ReportRow.of("time", new SampleStatistics(1.03)).atMost(1.03).verdict())
        .isEqualTo("reached");
  }
}
