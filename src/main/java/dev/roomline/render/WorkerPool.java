package dev.roomline.render;

import dev.roomline.domain.DaemonThreads;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * A fixed number of threads that work on the earliest row first. They are never interrupted, as that
 * would close the database during a payment.
 */
final class WorkerPool {
  private static final int FIRST_WITHOUT_PINNING = 24;

  private final ThreadPoolExecutor pool;
  private final ScheduledExecutorService timer;
  private final Map<RenderTask, Future<?>> delayed = new ConcurrentHashMap<>();
  private final Consumer<RenderTask> service;

  WorkerPool(int threads, Consumer<RenderTask> service) {
    this.service = service;
    this.pool = new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new PriorityBlockingQueue<>(64, Comparator.comparingLong(WorkerPool::rank)),
        threadFactory());
    this.timer = Executors.newSingleThreadScheduledExecutor(DaemonThreads.numbered("timer"));
  }

  /** Runs the task when a worker is free, before all later rows. */
  void submit(RenderTask task) {
    pool.execute(new Service(task));
  }

  /** Submits the task after a pause; it holds no worker meanwhile. */
  void schedule(RenderTask task, Duration pause) {
    delayed.put(
        task, timer.schedule(() -> submitNow(task), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Submits all delayed tasks now. */
  void runDelayedNow() {
    delayed.forEach((task, waiting) -> {
      if (waiting.cancel(false)) submitNow(task);
    });
  }

  /** The number of tasks that wait for a worker. */
  int waiting() {
    return pool.getQueue().size();
  }

  void close() {
    pool.shutdown();
    timer.shutdownNow();
  }

  private void submitNow(RenderTask task) {
    delayed.remove(task);
    try {
      submit(task);
    } catch (RuntimeException | Error e) {
      task.fail(e); // the timer would hide it, and the run would wait for the task for ever
    }
  }

  private static long rank(Runnable service) {
    return ((Service) service).task().rank();
  }

  private static ThreadFactory threadFactory() {
    return Runtime.version().feature() >= FIRST_WITHOUT_PINNING
        ? new VirtualThreadTaskExecutor("render-").getVirtualThreadFactory()
        : DaemonThreads.numbered("render");
  }

  /** The work on one task; a class of its own, as the queue orders by row. */
  private final class Service implements Runnable {
    private final RenderTask task;

    Service(RenderTask task) {
      this.task = task;
    }

    RenderTask task() {
      return task;
    }

    @Override
    public void run() {
      service.accept(task);
    }
  }
}
