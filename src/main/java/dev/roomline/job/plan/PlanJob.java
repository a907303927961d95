package dev.roomline.job.plan;

import dev.roomline.failure.NotStarted;
import dev.roomline.images.PhotoProbe;
import dev.roomline.job.session.Assembly;
import dev.roomline.job.session.Holding;
import dev.roomline.job.session.LostState;
import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Runs;
import dev.roomline.rooms.RoomTraits;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.state.StateFolder;
import java.util.ArrayList;
import java.util.List;

/** The verb {@code plan}: checks everything a run would, quotes what it costs, and buys nothing. */
public final class PlanJob {
  private final RunCommand command;
  private final boolean probe;
  private final PhotoCalls calls = new PhotoCalls();
  private final List<String> warnings = new ArrayList<>();

  public PlanJob(RunCommand command) {
    this(command, false);
  }

  /**
   * A plan that may ask around.
   *
   * @param probe whether the photos' addresses are asked if a picture is there
   */
  public PlanJob(RunCommand command, boolean probe) {
    this.command = command;
    this.probe = probe;
  }

  /**
   * Plans the run.
   *
   * @throws dev.roomline.domain.BadInput if sheet or rooms file must be changed first
   * @throws NotStarted if a run holds the state
   */
  public PlanReport plan() throws InterruptedException {
    var sheet = command.sheet();
    Assembly.checkPictures(sheet);
    var file = RoomsFile.check(sheet.rooms().input(), Assembly.rows(sheet, command.counter()));
    var state = new StateFolder(sheet.state());
    var lost = new LostState(command);
    lost.checkUnopened();
    return probed(
        state.hasBooks() ? byTheBooks(file, lost) : report(file, Prospect.ofNothing(command)));
  }

  private PlanReport byTheBooks(RoomsFile file, LostState lost) throws InterruptedException {
    var state = new StateFolder(command.sheet().state());
    try (var lock = Holding.take(state, command.lockWait(), line -> {});
        var books = lock.open(1)) {
      var runs = new Runs(books.source(), command.pulse().clock());
      lost.check(books, runs).ifPresent(warnings::add);
      return report(file, Prospect.of(command, file, books));
    }
  }

  private RoomTraits traits(RoomsFile file) {
    return RoomTraits.of(file.header(), command.sheet().rooms().ignored());
  }

  private PlanReport report(RoomsFile file, Prospect prospect) {
    var census = new Census(command, prospect, traits(file), calls);
    census.count(file);
    var quote = census.quote(command);
    var schedule = Schedule.of(command.sheet().limits(), prospect.lately());
    warnings.addAll(new Misgivings(command, quote, census.why(), schedule).words());
    return new PlanReport(
        file.rows(),
        census.renders(),
        census.invalid(),
        quote,
        census.why(),
        schedule.time(quote.thisTime()),
        List.copyOf(warnings),
        List.copyOf(census.problems()),
        Probed.NONE);
  }

  /** Renders from the sandbox are made without asking anybody else, and so are its plans. */
  private PlanReport probed(PlanReport plan) throws InterruptedException {
    if (!probe) return plan;
    if (command.counter().endpoint().sandbox()) {
      return plan.warning("nobody is asked for photos while renders come from the sandbox");
    }
    try (var photos = new PhotoProbe(Assembly.glancing(command))) {
      return plan.with(calls.ask(photos));
    }
  }
}
