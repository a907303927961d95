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
 * So many threads, serving the earliest row first. They are never interrupted: that would close the
 * database under a payment.
 */
final class WorkerPool {
  private static final int PINNED_NO_MORE = 24;

  private final ThreadPoolExecutor pool;
  private final ScheduledExecutorService timer;
  private final Map<RenderTask, Future<?>> later = new ConcurrentHashMap<>();
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

  /** Serves it when a worker is free, before all later rows. */
  void submit(RenderTask task) {
    pool.execute(new Service(task));
  }

  /** Serves it after a while; it holds nothing meanwhile. */
  void schedule(RenderTask task, Duration pause) {
    later.put(task, timer.schedule(() -> submitNow(task), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Nothing waits any longer. */
  void runDelayedNow() {
    later.forEach((task, waiting) -> {
      if (waiting.cancel(false)) submitNow(task);
    });
  }

  /** Turns that wait for a worker. */
  int waiting() {
    return pool.getQueue().size();
  }

  void close() {
    pool.shutdown();
    timer.shutdownNow();
  }

  private void submitNow(RenderTask task) {
    later.remove(task);
    try {
      submit(task);
    } catch (RuntimeException | Error e) {
      task.fail(e); // the timer would swallow it, and the turn be waited for for ever
    }
  }

  private static long rank(Runnable service) {
    return ((Service) service).turn().rank();
  }

  private static ThreadFactory threadFactory() {
    return Runtime.version().feature() >= PINNED_NO_MORE
        ? new VirtualThreadTaskExecutor("render-").getVirtualThreadFactory()
        : DaemonThreads.numbered("render");
  }

  /** A turn on its worker; named, because the queue orders by row. */
  private final class Service implements Runnable {
    private final RenderTask task;

    Service(RenderTask task) {
      this.task = task;
    }

    RenderTask turn() {
      return task;
    }

    @Override
    public void run() {
      service.accept(task);
    }
  }
}
