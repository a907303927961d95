package dev.roomline.job.run;

import dev.roomline.domain.DaemonThreads;
import dev.roomline.job.batch.ProgressCounter;
import dev.roomline.render.Renderer;
import dev.roomline.state.RunStatus;
import dev.roomline.state.RunStatusFile;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports each second how far the run is: to a watcher, and to {@code run.json}. */
final class ProgressReporter implements AutoCloseable {
  private static final int MINUTE = 60;

  private final RunStatusFile sign;
  private final RunStatus begun;
  private final Consumer<RunProgress> watcher;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("heartbeat"));
  private final Deque<Beat> lastMinute = new ArrayDeque<>();

  private Runnable report = () -> {};

  private record Beat(long sent, long done) {}

  /**
   * @param who {@code sheet} (the job file) and {@code since} of this run
   */
  ProgressReporter(RunStatusFile sign, Map<String, Object> who, Consumer<RunProgress> watcher) {
    this(
        sign,
        new RunStatus(
            ProcessHandle.current().pid(),
            String.valueOf(who.get("sheet")),
            String.valueOf(who.get("since")),
            null),
        watcher);
  }

  /**
   * @param begun what identifies this run in {@code run.json}
   */
  ProgressReporter(RunStatusFile sign, RunStatus begun, Consumer<RunProgress> watcher) {
    this.sign = sign;
    this.begun = begun;
    this.watcher = watcher;
    sign.write(begun);
  }

  /** Starts to report on a run. */
  void start(Renderer renderer, ProgressCounter tally, Extent extent) {
    report = () -> report(renderer, tally, extent);
    var unused = timer.scheduleAtFixedRate(report, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * What there is to do.
   *
   * @param rows rows of the room list
   * @param before lines that had their results when the run was continued
   * @param allowed requests per minute; 0 is unlimited
   */
  record Extent(long rows, long before, int allowed) {}

  private synchronized void report(Renderer renderer, ProgressCounter tally, Extent extent) {
    var progress = renderer.progress();
    lastMinute.addLast(new Beat(progress.sent(), tally.done()));
    if (lastMinute.size() > MINUTE) lastMinute.removeFirst();
    var done = extent.before() + tally.done();
    var figures = new RunProgress(
        extent.rows(),
        tally.expected(),
        done,
        tally.failed(),
        progress.inFlight(),
        progress.fetching(),
        perMinute(),
        extent.allowed(),
        left(tally.expected() - done));
    sign.write(begun.at(figures.progress()));
    watcher.accept(figures);
  }

  private long perMinute() {
    var seconds = Math.max(1, lastMinute.size() - 1);
    return (lastMinute.getLast().sent() - lastMinute.getFirst().sent()) * MINUTE / seconds;
  }

  private @Nullable Duration left(long renders) {
    var doneLately = lastMinute.getLast().done() - lastMinute.getFirst().done();
    if (doneLately <= 0) return null;
    return Duration.ofSeconds(renders * (lastMinute.size() - 1) / doneLately);
  }

  /** Reports once more, so that the last figures show how the run ended. */
  @Override
  public void close() {
    timer.shutdown();
    report.run();
    sign.erase();
  }
}
