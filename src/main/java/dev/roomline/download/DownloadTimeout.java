package dev.roomline.download;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/** Closes the connection when a download's time is over, even if data still arrives. */
final class DownloadTimeout implements AutoCloseable {
  private final Duration deadline;
  private final long end;
  private final Future<?> alarm;
  private @Nullable Cancellable request;
  private boolean over;

  DownloadTimeout(ScheduledExecutorService clock, Duration deadline) {
    this.deadline = deadline;
    end = System.nanoTime() + deadline.toNanos();
    alarm = clock.schedule(this::expire, deadline.toNanos(), TimeUnit.NANOSECONDS);
  }

  synchronized void watch(Cancellable request) {
    this.request = request;
    if (over) request.cancel();
  }

  /** All the time that the download has. */
  Duration deadline() {
    return deadline;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  synchronized boolean isOver() {
    return over;
  }

  private synchronized void expire() {
    over = true;
    if (request != null) request.cancel();
  }

  @Override
  public void close() {
    alarm.cancel(false);
  }
}
