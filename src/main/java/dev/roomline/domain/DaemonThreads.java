package dev.roomline.domain;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads that do not keep the process alive. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /** A factory whose threads are called {@code name-1}, {@code name-2} and so on. */
  public static ThreadFactory numbered(String name) {
    var made = new AtomicInteger();
    return work -> daemon(name + "-" + made.incrementAndGet(), work);
  }

  /** A factory whose threads are all called the same. */
  public static ThreadFactory named(String name) {
    return work -> daemon(name, work);
  }

  /** Starts a thread of its own for one piece of work. */
  public static Thread start(String name, Runnable work) {
    var thread = daemon(name, work);
    thread.start();
    return thread;
  }

  /** Waits for work that cannot be cancelled, in a thread of its own; a late result is dropped. */
  public static <T> T call(String name, Callable<T> work, Duration patience)
      throws ExecutionException, InterruptedException, TimeoutException {
    var result = new FutureTask<>(work);
    start(name, result);
    return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Thread daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
