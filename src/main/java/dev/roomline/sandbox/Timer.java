package dev.roomline.sandbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs delayed work on a few threads: a thousand renders may be in progress, and no thread sleeps
 * for them.
 */
final class Timer implements AutoCloseable {
  private static final int WORKERS = 16;

  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, threads());
  /** One thread per processor draws pictures; creates have threads of their own. */
  private final ExecutorService painters =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), threads());

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(threads());

  ExecutorService workers() {
    return workers;
  }

  void after(Duration wait, Runnable work) {
    if (wait.isZero()) work.run();
    else
      unlessClosed(() -> {
        var unused = clock.schedule(() -> execute(work), wait.toNanos(), TimeUnit.NANOSECONDS);
      });
  }

  void paint(Runnable work) {
    unlessClosed(() -> painters.execute(work));
  }

  void execute(Runnable work) {
    unlessClosed(() -> workers.execute(work));
  }

  private static void unlessClosed(Runnable start) {
    try {
      start.run();
    } catch (RejectedExecutionException closed) {
      // A client that waits for this answer loses its connection anyway.
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    painters.shutdownNow();
    workers.shutdownNow();
  }

  private static ThreadFactory threads() {
    return work -> {
      var thread = new Thread(work, "sandbox");
      thread.setDaemon(true);
      return thread;
    };
  }
}
