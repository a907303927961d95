package dev.roomline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdealMakespanIT {

  @Test
  void takesAsLongAsAllTogetherWhereThereIsOnePlace() {
    assertThat(IdealMakespan.millis(new long[] {3, 5, 2}, 1)).isEqualTo(10);
  }

  @Test
  void beginsTheNextWhereAPlaceIsFreeFirst() {
    assertThat(IdealMakespan.millis(new long[] {10, 4, 3, 9}, 2)).isEqualTo(16);
  }

  @Test
  void isNoFasterThanTheSlowestOne() {
    assertThat(IdealMakespan.millis(new long[] {1, 1, 50}, 15)).isEqualTo(50);
  }

  @Test
  void takesWholeRoundsWhereAllTakeTheSame() {
    assertThat(IdealMakespan.millis(new long[] {8, 8, 8, 8, 8}, 2)).isEqualTo(24);
  }
}
