package dev.roomline.render.limits;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Hands out evenly spaced permits, with a bounded burst (the generic cell rate algorithm of traffic
 * shaping). All workers of an account share one.
 */
public final class RateLimiter {
  /** The provider counts when requests arrive, and that is less even than when they leave. */
  private static final double SAFETY_MARGIN = 1.005;

  private static final long UNEVEN = TimeUnit.MILLISECONDS.toNanos(200);

  private final long interval;
  private final long tolerance;
  private final LongSupplier nanos;
  private long due;
  private long pausedUntil;

  /**
   * @param perMinute permits per minute; 0 is unlimited
   * @param burst permits that may be taken at once after a quiet time, at least 1
   * @param nanos a monotonic clock
   */
  public RateLimiter(int perMinute, int burst, LongSupplier nanos) {
    this.interval = perMinute == 0 ? 0 : Math.round(SAFETY_MARGIN * 60e9 / perMinute);
    var most = (burst - 1) * interval;
    this.tolerance = most - Math.min(UNEVEN, most / 2);
    this.nanos = nanos;
    this.due = nanos.getAsLong();
    this.pausedUntil = due;
  }

  /** Takes the next permit; returns the nanoseconds until it is valid. */
  public synchronized long next() {
    var now = nanos.getAsLong();
    var start = Math.max(Math.max(now, pausedUntil), due - tolerance);
    due = Math.max(due, start) + interval;
    return start - now;
  }

  /** Lets no permit become valid before this time from now. */
  synchronized void pause(long pauseNanos) {
    pausedUntil = Math.max(pausedUntil, nanos.getAsLong() + pauseNanos);
  }

  /** Whether permits are paused: one that was taken before the pause has to be taken again. */
  synchronized boolean paused() {
    return pausedUntil > nanos.getAsLong();
  }
}
