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

/** The command {@code plan}: checks all that a run would, and tells the cost. It is free. */
public final class Planner {
  private final JobRequest request;
  private final boolean probe;

  /** A planner that checks no photo address. */
  public Planner(JobRequest request) {
    this(request, false);
  }

  /**
   * A planner that may check the photo addresses.
   *
   * @param probe whether to check that each photo address leads to a picture
   */
  public Planner(JobRequest request, boolean probe) {
    this.request = request;
    this.probe = probe;
  }

  /**
   * Plans the run.
   *
   * @throws dev.roomline.domain.InvalidInputException if the job file or the room list must be changed first
   * @throws StartRefusedException if a run uses the state
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
    try (var session = StateSession.open(state, request.timing().clock())) {
      var older = lost.check(session.database(), session.runs()).stream().toList();
      return report(roomList, PlanBasis.of(request, roomList, session), calls, older);
    }
  }

  private RoomIdentity traits(RoomList roomList) {
    return RoomIdentity.of(roomList.header(), request.jobFile().rooms().ignored());
  }

  private PlanReport report(
      RoomList roomList, PlanBasis planBasis, PhotoUrlChecks calls, List<String> older) {
    var planCounter = new PlanCounter(planBasis, traits(roomList), calls);
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

  /** With the sandbox, no other server is asked. */
  private PlanReport probed(PlanReport plan, PhotoUrlChecks calls) throws InterruptedException {
    if (!probe) return plan;
    if (request.access().endpoint().sandbox()) {
      return plan.warning("with the sandbox, photos on the web are not checked");
    }
    try (var photos = new PhotoProbe(JobSettings.probing(request))) {
      return plan.with(calls.ask(photos));
    }
  }
}
