package dev.roomline.job.run;

import dev.roomline.failure.NotStarted;
import dev.roomline.job.session.Assembly;
import dev.roomline.job.session.Closing;
import dev.roomline.job.session.Holding;
import dev.roomline.job.session.LostState;
import dev.roomline.job.session.RunCommand;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.render.Renderer;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.state.StateFolder;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The verb {@code run}: everything is checked and the state is ours before anything is bought. */
public final class RunJob {
  private final RunCommand command;
  private final @Nullable Retry retry;
  private final StopSwitch stop;
  private final Consumer<String> news;
  private final Consumer<Figures> watcher;

  /**
   * @param stop ends the run early
   * @param news hears lines worth telling a person
   * @param watcher hears each second how far it is
   */
  public RunJob(
      RunCommand command, StopSwitch stop, Consumer<String> news, Consumer<Figures> watcher) {
    this(command, null, stop, news, watcher);
  }

  public RunJob(
      RunCommand command,
      @Nullable Retry retry,
      StopSwitch stop,
      Consumer<String> news,
      Consumer<Figures> watcher) {
    this.command = command;
    this.retry = retry;
    this.stop = stop;
    this.news = news;
    this.watcher = watcher;
  }

  /**
   * Runs the sheet, or goes on with its unfinished run.
   *
   * @throws dev.roomline.domain.BadInput if sheet or rooms file must be changed first
   * @throws NotStarted if another run holds the state
   */
  public RunReport run() throws InterruptedException {
    var pings = new Pings(command.sheet(), news);
    try {
      var report = run(pings);
      pings.ended(report);
      return report;
    } catch (InterruptedException | RuntimeException e) {
      pings.broke(e);
      throw e;
    }
  }

  private RunReport run(Pings pings) throws InterruptedException {
    var sheet = command.sheet();
    var closing = Closing.of(command); // before the lock is waited for
    var file = RoomsFile.check(sheet.rooms().input(), Assembly.rows(sheet, command.counter()));
    Assembly.checkPictures(sheet);
    var state = new StateFolder(sheet.state());
    new LostState(command).checkUnopened();
    try (var lock = Holding.take(state, command.lockWait(), news);
        var beat = new Heartbeat(state.signOfLife(), who(), watcher);
        var books = lock.open(writers(sheet))) {
      var report = new HeldRun(command, file, books, news)
          .run(stop, beat, new HeldRun.Around(closing, pings, retry));
      if (!stop.pulled()) books.compactAndClose();
      return report;
    }
  }

  /** Threads that may want the books at one moment. */
  private static int writers(JobSheet sheet) {
    return Math.min(sheet.limits().inFlight(), 32)
        + Renderer.UPLOADS
        + sheet.pictures().atOnce();
  }

  private Map<String, Object> who() {
    var who = new LinkedHashMap<String, Object>();
    who.put("pid", ProcessHandle.current().pid());
    who.put("sheet", command.sheet().file().toString());
    who.put(
        "since",
        command.pulse().clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    return who;
  }
}
