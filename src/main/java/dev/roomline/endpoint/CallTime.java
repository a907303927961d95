package dev.roomline.endpoint;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time that one call has. Time in which the process was suspended does not count. When all is
 * used up, what is there at once is still received, for {@value #OVERTIME_SECONDS} s at most. For
 * one thread.
 */
final class CallTime {
  private static final long OVERTIME_SECONDS = 2;

  /** A wait that takes so much longer than it may was suspended. */
  private static final long SUSPENDED = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanos;
  private long end;
  private long endOfOvertime;

  /** A wait for a socket of at most so many milliseconds. */
  interface Wait<T> {
    T atMost(int millis) throws IOException;
  }

  CallTime(Duration longest) {
    this(longest, System::nanoTime);
  }

  CallTime(Duration longest, LongSupplier nanos) {
    this.nanos = nanos;
    this.end = nanos.getAsLong() + longest.toNanos();
  }

  boolean isOver() {
    return left().isZero();
  }

  /** What is left; zero if all is used up. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
  }

  /** Waits for at most so many milliseconds, and for no longer than is left. */
  <T> T spend(int mostMillis, Wait<T> wait) throws IOException {
    var begun = nanos.getAsLong();
    if (begun - end >= 0) checkOvertime(begun);
    var millis = (int) Math.max(1, Math.min(mostMillis, left().toMillis()));
    try {
      return wait.atMost(millis);
    } finally {
      var excess = nanos.getAsLong() - begun - TimeUnit.MILLISECONDS.toNanos(millis);
      if (excess > SUSPENDED) end += excess;
    }
  }

  private void checkOvertime(long now) throws SocketTimeoutException {
    if (endOfOvertime == 0) endOfOvertime = now + TimeUnit.SECONDS.toNanos(OVERTIME_SECONDS);
    if (now - endOfOvertime > 0) throw new SocketTimeoutException("the time is over");
  }
}
