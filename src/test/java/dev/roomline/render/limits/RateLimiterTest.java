package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final AtomicLong now = new AtomicLong();

  @Test
  void turnsComeEvenly() {
    var rateLimiter = new RateLimiter(60, 1, now::get);

    assertThat(seconds(rateLimiter, 4)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aBurstMayLeaveAtOnceAfterAQuietTime() {
    var rateLimiter = new RateLimiter(60, 3, now::get);
    assertThat(seconds(rateLimiter, 5)).containsExactly(0, 0, 0, 1, 2);

    pass(Duration.ofMinutes(10));

    assertThat(seconds(rateLimiter, 5)).containsExactly(0, 0, 0, 1, 2);
  }

  @Test
  void itStaysHalfAPercentBelowWhatIsPermitted() {
    var rateLimiter = new RateLimiter(60, 1, now::get);

    assertThat(seconds(rateLimiter, 2001)[2000]).isEqualTo(2010);
  }

  @Test
  void aBurstLeavesAFifthOfASecondForUnevenArrivals() {
    var rateLimiter = new RateLimiter(3000, 50, now::get);

    var atOnce = IntStream.range(0, 60).filter(n -> rateLimiter.next() == 0).count();

    assertThat(atOnce).isEqualTo(40);
  }

  @Test
  void aQuietTimeSavesNoMoreThanTheBurst() {
    var rateLimiter = new RateLimiter(60, 1, now::get);
    seconds(rateLimiter, 1);

    pass(Duration.ofHours(1));

    assertThat(seconds(rateLimiter, 2)).containsExactly(0, 1);
  }

  @Test
  void nothingIsSentWithinAPause() {
    var rateLimiter = new RateLimiter(60, 1, now::get);

    rateLimiter.pause(Duration.ofSeconds(30).toNanos());

    assertThat(rateLimiter.paused()).isTrue();
    assertThat(seconds(rateLimiter, 3)).containsExactly(30, 31, 32);
    pass(Duration.ofSeconds(30));
    assertThat(rateLimiter.paused()).isFalse();
  }

  @Test
  void aShorterPauseDoesNotCutALongerOne() {
    var rateLimiter = new RateLimiter(60, 1, now::get);

    rateLimiter.pause(Duration.ofSeconds(30).toNanos());
    rateLimiter.pause(Duration.ofSeconds(5).toNanos());

    assertThat(seconds(rateLimiter, 1)).containsExactly(30);
  }

  @Test
  void unlimitedMeansAtOnce() {
    var rateLimiter = new RateLimiter(0, 1, now::get);

    assertThat(seconds(rateLimiter, 1000)).containsOnly(0);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static int[] seconds(RateLimiter rateLimiter, int tasks) {
    return IntStream.range(0, tasks)
        .map(n -> (int) Duration.ofNanos(rateLimiter.next()).toSeconds())
        .toArray();
  }
}
