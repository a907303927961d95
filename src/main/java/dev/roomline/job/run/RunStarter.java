package dev.roomline.job.run;

import dev.roomline.failure.StartRefusedException;
import dev.roomline.job.session.BuyingWindowEnd;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateAccess;
import dev.roomline.job.session.StateMismatchCheck;
import dev.roomline.jobfile.JobFile;
import dev.roomline.render.Renderer;
import dev.roomline.rooms.RoomList;
import dev.roomline.state.StateFolder;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The command {@code run}: checks everything and locks the state before anything is paid for. */
public final class RunStarter {
  private final JobRequest request;
  private final @Nullable RetryOrder retryOrder;
  private final StopRequest stop;
  private final Consumer<String> news;
  private final Consumer<RunProgress> watcher;

  /**
   * @param stop ends the run early
   * @param news takes lines for a person
   * @param watcher hears each second how far the run is
   */
  public RunStarter(
      JobRequest request, StopRequest stop, Consumer<String> news, Consumer<RunProgress> watcher) {
    this(request, null, stop, news, watcher);
  }

  /**
   * A starter for a retry.
   *
   * @param retryOrder what to render again; null for a plain run
   */
  public RunStarter(
      JobRequest request,
      @Nullable RetryOrder retryOrder,
      StopRequest stop,
      Consumer<String> news,
      Consumer<RunProgress> watcher) {
    this.request = request;
    this.retryOrder = retryOrder;
    this.stop = stop;
    this.news = news;
    this.watcher = watcher;
  }

  /**
   * Runs the job, or continues its unfinished run.
   *
   * @throws dev.roomline.domain.InvalidInputException if the job file or the room list must be changed first
   * @throws StartRefusedException if another run holds the state
   */
  public RunReport run() throws InterruptedException {
    var monitorNotifier = new MonitorNotifier(request.jobFile(), news);
    try {
      var report = run(monitorNotifier);
      monitorNotifier.ended(report);
      return report;
    } catch (InterruptedException | RuntimeException e) {
      monitorNotifier.failed(e);
      throw e;
    }
  }

  private RunReport run(MonitorNotifier monitorNotifier) throws InterruptedException {
    var jobFile = request.jobFile();
    var windowEnd = BuyingWindowEnd.of(request); // before the lock is waited for
    var roomList =
        RoomList.check(jobFile.rooms().input(), JobSettings.rows(jobFile, request.access()));
    JobSettings.checkPictures(jobFile);
    var state = new StateFolder(jobFile.state());
    new StateMismatchCheck(jobFile, request.access().endpoint(), request.fresh()).checkUnopened();
    try (var lock = StateAccess.acquire(state, request.lockWait(), news);
        var beat = new ProgressReporter(state.runStatusFile(), who(), watcher);
        var database = lock.open(writers(jobFile))) {
      var report = new RunExecution(request, roomList, database, news)
          .run(stop, beat, new RunExecution.RunContext(windowEnd, monitorNotifier, retryOrder));
      if (!stop.isRequested()) database.compactAndClose();
      return report;
    }
  }

  /** Threads that may need the database at the same time. */
  private static int writers(JobFile jobFile) {
    return Math.min(jobFile.limits().inFlight(), 32)
        + Renderer.UPLOADS
        + jobFile.pictures().atOnce();
  }

  private Map<String, Object> who() {
    var who = new LinkedHashMap<String, Object>();
    who.put("pid", ProcessHandle.current().pid());
    who.put("sheet", request.jobFile().file().toString());
    who.put(
        "since",
        request.timing().clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    return who;
  }
}
