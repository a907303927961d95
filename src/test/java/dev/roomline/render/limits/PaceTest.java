package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicLong now = new AtomicLong();

  @Test
  void turnsComeEvenly() {
    var pace = new Pace(60, 1, now::get);

    assertThat(seconds(pace, 4)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aBurstMayLeaveAtOnceAfterAQuietTime() {
    var pace = new Pace(60, 3, now::get);
    assertThat(seconds(pace, 5)).containsExactly(0, 0, 0, 1, 2);

    pass(Duration.ofMinutes(10));

    assertThat(seconds(pace, 5)).containsExactly(0, 0, 0, 1, 2);
  }

  @Test
  void itStaysHalfAPercentBelowWhatIsPermitted() {
    var pace = new Pace(60, 1, now::get);

    assertThat(seconds(pace, 2001)[2000]).isEqualTo(2010);
  }

  @Test
  void aBurstLeavesAFifthOfASecondForUnevenArrivals() {
    var pace = new Pace(3000, 50, now::get);

    var atOnce = IntStream.range(0, 60).filter(n -> pace.next() == 0).count();

    assertThat(atOnce).isEqualTo(40);
  }

  @Test
  void aQuietTimeSavesNoMoreThanTheBurst() {
    var pace = new Pace(60, 1, now::get);
    seconds(pace, 1);

    pass(Duration.ofHours(1));

    assertThat(seconds(pace, 2)).containsExactly(0, 1);
  }

  @Test
  void noTurnComesWithinAPause() {
    var pace = new Pace(60, 1, now::get);

    pace.pause(Duration.ofSeconds(30).toNanos());

    assertThat(pace.paused()).isTrue();
    assertThat(seconds(pace, 3)).containsExactly(30, 31, 32);
    pass(Duration.ofSeconds(30));
    assertThat(pace.paused()).isFalse();
  }

  @Test
  void aShorterPauseDoesNotCutALongerOne() {
    var pace = new Pace(60, 1, now::get);

    pace.pause(Duration.ofSeconds(30).toNanos());
    pace.pause(Duration.ofSeconds(5).toNanos());

    assertThat(seconds(pace, 1)).containsExactly(30);
  }

  @Test
  void unlimitedMeansAtOnce() {
    var pace = new Pace(0, 1, now::get);

    assertThat(seconds(pace, 1000)).containsOnly(0);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static int[] seconds(Pace pace, int turns) {
    return IntStream.range(0, turns)
        .map(n -> (int) Duration.ofNanos(pace.next()).toSeconds())
        .toArray();
  }
}
