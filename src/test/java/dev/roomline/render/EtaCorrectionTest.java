package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EtaCorrectionTest {
  private static final Duration ETA = Duration.ofSeconds(10);

  private final EtaCorrection correction = new EtaCorrection();

  @Test
  void anEtaIsBelievedAtFirst() {
    assertThat(correction.expected(ETA)).isEqualTo(ETA);
  }

  @Test
  void ofRendersThatTakeThreeEtasNearlyAllAreAskedForInTimeInTheEnd() {
    assertThat(early(100, ETA.multipliedBy(3))).isGreaterThan(20);

    assertThat(early(900, ETA.multipliedBy(3))).isBetween(90, 110);
    assertThat(correction.expected(ETA))
        .isBetween(ETA.multipliedBy(29).dividedBy(10), ETA.multipliedBy(31).dividedBy(10));
  }

  @Test
  void whatWasLearntIsForgottenWhenEtasAreKept() {
    early(100, ETA.multipliedBy(3));

    assertThat(early(1000, ETA)).isZero();
    assertThat(correction.expected(ETA)).isEqualTo(ETA);
  }

  @Test
  void withoutAnEtaNothingIsLearnt() {
    correction.learn(Duration.ZERO, false);

    assertThat(correction.expected(Duration.ZERO)).isZero();
    assertThat(correction.expected(ETA)).isEqualTo(ETA);
  }

  /** How many of so many first polls come too early for renders that take this long. */
  private int early(int renders, Duration took) {
    int early = 0;
    for (int n = 0; n < renders; n++) {
      var ready = correction.expected(ETA).compareTo(took) >= 0;
      correction.learn(ETA, ready);
      if (!ready) early++;
    }
    return early;
  }
}
