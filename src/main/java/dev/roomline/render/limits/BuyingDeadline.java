package dev.roomline.render.limits;

import dev.roomline.ledger.RenderTimes;
import dev.roomline.render.limits.StopReason.WindowEnded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When buying has to end so that what is on its way is answered in time. A render is taken to last
 * as long as nine out of ten of the last {@value RenderTimes#REMEMBERED} did.
 */
public final class BuyingDeadline {
  private final Instant end;
  private final Clock clock;
  private final Deque<Duration> took = new ArrayDeque<>();

  public BuyingDeadline(Instant end, Clock clock) {
    this.end = end;
    this.clock = clock;
  }

  /** The time left; negative once it is over. */
  public Duration left() {
    return Duration.between(clock.instant(), end);
  }

  /** Learns how long a render lasted, from its sending until the provider had finished. */
  public synchronized void recordDuration(Duration time) {
    if (time.isNegative()) return; // the clock was put right
    took.addLast(time);
    if (took.size() > RenderTimes.REMEMBERED) took.removeFirst();
  }

  /** How long a render that is sent now is expected to last. */
  synchronized Duration expected() {
    return RenderTimes.expected(took);
  }

  boolean fits() {
    return left().compareTo(expected()) >= 0;
  }

  /** Why nothing is bought any more. */
  WindowEnded reason() {
    return new WindowEnded(end, left(), expected());
  }
}
