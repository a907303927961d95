package dev.roomline.sandbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** A few hands and one clock: a thousand renders may be under way, and no thread sleeps for them. */
final class Timer implements AutoCloseable {
  private static final int HANDS = 16;

  private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, threads());
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(threads());

  ExecutorService hands() {
    return hands;
  }

  void after(Duration wait, Runnable work) {
    if (wait.isZero()) work.run();
    else {
      var unused = clock.schedule(() -> hand(work), wait.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void hand(Runnable work) {
    try {
      hands.execute(work);
    } catch (RejectedExecutionException closed) {
      // Whoever waits for this answer loses its connection anyway.
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    hands.shutdownNow();
  }

  private static ThreadFactory threads() {
    return work -> {
      var thread = new Thread(work, "sandbox");
      thread.setDaemon(true);
      return thread;
    };
  }
}
