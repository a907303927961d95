package dev.roomline.render.limits;

import dev.roomline.ledger.RenderTimes;
import dev.roomline.render.limits.StopReason.WindowEnded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When buying has to stop so that open requests are answered in time. A render is expected to take
 * the 90th percentile of the last {@value RenderTimes#REMEMBERED}.
 */
public final class BuyingDeadline {
  private final Instant end;
  private final Clock clock;
  private final Deque<Duration> durations = new ArrayDeque<>();

  public BuyingDeadline(Instant end, Clock clock) {
    this.end = end;
    this.clock = clock;
  }

  /** The time left; negative once it is over. */
  public Duration left() {
    return Duration.between(clock.instant(), end);
  }

  /** Records how long a render took, from sending until the provider had finished. */
  public synchronized void recordDuration(Duration time) {
    if (time.isNegative()) return; // the clock was put right
    durations.addLast(time);
    if (durations.size() > RenderTimes.REMEMBERED) durations.removeFirst();
  }

  /** How long a render that is sent now is expected to take. */
  synchronized Duration expected() {
    return RenderTimes.expected(durations);
  }

  boolean fits() {
    return left().compareTo(expected()) >= 0;
  }

  /** The reason to stop with. */
  WindowEnded reason() {
    return new WindowEnded(end, left(), expected());
  }
}
