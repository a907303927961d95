package dev.roomline.job.plan;

import dev.roomline.failure.StartRefusedException;
import dev.roomline.images.PhotoProbe;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateMismatchCheck;
import dev.roomline.job.session.StateSession;
import dev.roomline.rooms.RoomIdentity;
import dev.roomline.rooms.RoomList;
import dev.roomline.state.StateFolder;
import java.util.ArrayList;
import java.util.List;

/** The verb {@code plan}: checks everything a run would, quotes what it costs, and buys nothing. */
public final class Planner {
  private final JobRequest request;
  private final boolean probe;

  public Planner(JobRequest request) {
    this(request, false);
  }

  /**
   * A plan that may ask around.
   *
   * @param probe whether the photos' addresses are asked if a picture is there
   */
  public Planner(JobRequest request, boolean probe) {
    this.request = request;
    this.probe = probe;
  }

  /**
   * Plans the run.
   *
   * @throws dev.roomline.domain.InvalidInputException if sheet or rooms file must be changed first
   * @throws StartRefusedException if a run holds the state
   */
  public PlanReport plan() throws InterruptedException {
    var jobFile = request.jobFile();
    JobSettings.checkPictures(jobFile);
    var roomList =
        RoomList.check(jobFile.rooms().input(), JobSettings.rows(jobFile, request.access()));
    var state = new StateFolder(jobFile.state());
    var lost = new StateMismatchCheck(jobFile, request.access().endpoint(), request.fresh());
    lost.checkUnopened();
    var calls = new PhotoUrlChecks();
    var plan = state.hasDatabase()
        ? byTheLedger(roomList, lost, calls)
        : report(roomList, PlanBasis.ofNothing(request), calls, List.of());
    return probed(plan, calls);
  }

  private PlanReport byTheLedger(RoomList roomList, StateMismatchCheck lost, PhotoUrlChecks calls)
      throws InterruptedException {
    var state = new StateFolder(request.jobFile().state());
    try (var session =
        StateSession.open(state, request.lockWait(), request.timing().clock())) {
      var older = lost.check(session.database(), session.runs()).stream().toList();
      return report(roomList, PlanBasis.of(request, roomList, session), calls, older);
    }
  }

  private RoomIdentity traits(RoomList roomList) {
    return RoomIdentity.of(roomList.header(), request.jobFile().rooms().ignored());
  }

  private PlanReport report(
      RoomList roomList, PlanBasis planBasis, PhotoUrlChecks calls, List<String> older) {
    var planCounter = new PlanCounter(request, planBasis, traits(roomList), calls);
    planCounter.count(roomList);
    var quote = planCounter.quote(request);
    var timeEstimate = TimeEstimate.of(request.jobFile().limits(), planBasis.lately());
    var warnings = new ArrayList<>(older);
    warnings.addAll(new PlanWarnings(request, quote, planCounter.why(), timeEstimate).warnings());
    return new PlanReport(
        roomList.rows(),
        planCounter.renders(),
        planCounter.invalid(),
        quote,
        planCounter.why(),
        timeEstimate.time(quote.thisTime()),
        List.copyOf(warnings),
        List.copyOf(planCounter.problems()),
        ProbeResult.NONE);
  }

  /** Renders from the sandbox are made without asking anybody else, and so are its plans. */
  private PlanReport probed(PlanReport plan, PhotoUrlChecks calls) throws InterruptedException {
    if (!probe) return plan;
    if (request.access().endpoint().sandbox()) {
      return plan.warning("nobody is asked for photos while renders come from the sandbox");
    }
    try (var photos = new PhotoProbe(JobSettings.probing(request))) {
      return plan.with(calls.ask(photos));
    }
  }
}
