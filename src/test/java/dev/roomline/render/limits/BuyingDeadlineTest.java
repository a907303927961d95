package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.ledger.RenderTimes;
import dev.roomline.render.limits.StopReason.WindowEnded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Until when a render may be sent so that it arrives in time. */
class BuyingDeadlineTest {
  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

  private final BuyingDeadline deadline =
      new BuyingDeadline(NOW.plusSeconds(30), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void beforeTheFirstRenderTheProvidersSampleIsTaken() {
    assertThat(deadline.expected()).isEqualTo(RenderTimes.UNKNOWN);
    assertThat(deadline.fits()).isTrue();
  }

  @Test
  void oneSlowRenderInTenDoesNotCount() {
    seconds(5, 5, 5, 5, 5, 5, 5, 5, 20, 900);

    assertThat(deadline.expected()).isEqualTo(Duration.ofSeconds(20));
    assertThat(deadline.fits()).isTrue();
  }

  @Test
  void rendersThatTakeLongerThanIsLeftDoNotFit() {
    seconds(31);

    assertThat(deadline.fits()).isFalse();
    assertThat(deadline.reason())
        .isEqualTo(
            new WindowEnded(NOW.plusSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(31)));
  }

  @Test
  void whatWasLongAgoIsForgotten() {
    seconds(900);
    seconds(IntStream.range(0, RenderTimes.REMEMBERED).map(it -> 5).toArray());

    assertThat(deadline.expected()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aClockThatWasPutBackTeachesNothing() {
    seconds(-3600);

    assertThat(deadline.expected()).isEqualTo(RenderTimes.UNKNOWN);
  }

  private void seconds(int... times) {
    for (var time : times) deadline.recordDuration(Duration.ofSeconds(time));
  }
}
