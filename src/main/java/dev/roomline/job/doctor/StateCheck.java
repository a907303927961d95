package dev.roomline.job.doctor;

import dev.roomline.domain.Quantity;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.doctor.Doctor.Target;
import dev.roomline.job.session.BudgetRules;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateAccess;
import dev.roomline.job.session.StateMismatchCheck;
import dev.roomline.job.session.StateSession;
import dev.roomline.ledger.RenderTimes;
import dev.roomline.state.StateFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether the state is free, intact and the right one, and what in it may surprise a run. */
record StateCheck(Target target, EndpointSettings endpoint) {
  /** A status or a query uses it for a moment only. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  List<Finding> check() throws InterruptedException {
    var state = new StateFolder(target.jobFile().state());
    if (state.busy() && state.runStatusFile().active().isPresent()) return held(state);
    mismatchCheck().checkUnopened();
    if (!state.hasDatabase()) {
      return List.of(Finding.well("state", state.path() + ": new, nothing paid for yet"));
    }
    var lock = state.lock(MOMENT);
    if (lock.isEmpty()) return held(state);
    try (var taken = lock.get();
        var session = StateSession.in(taken, 1, target.clock())) {
      return check(session);
    }
  }

  private static List<Finding> held(StateFolder state) {
    return List.of(Finding.stops(
        "state",
        ExitCode.HELD,
        StateAccess.holder(state),
        "wait until it ends, or: run JOB --wait 2h"));
  }

  private List<Finding> check(StateSession session) {
    var older = mismatchCheck().check(session.database(), session.runs());
    var findings = new ArrayList<Finding>();
    findings.add(older
        .map(text -> Finding.look("state", text, "restore the newest backup"))
        .orElseGet(() -> Finding.well("state", target.jobFile().state() + ": free and intact")));
    unsure(session).ifPresent(findings::add);
    budget(session).ifPresent(findings::add);
    patience(session).ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> unsure(StateSession session) {
    return session
        .runs()
        .last(JobSettings.job(target.jobFile()))
        .map(run -> session.results(run).summary().unsureRows().size())
        .filter(rows -> rows > 0)
        .map(rows -> Finding.look(
            "unsure",
            Quantity.of(rows, "row") + " may have been charged; not sent again until you decide",
            "look in the provider's account, then decide: roomline resolve JOB"));
  }

  private Optional<Finding> budget(StateSession session) {
    var carried = session.runs().carried(JobSettings.job(target.jobFile()));
    var limits =
        new BudgetRules(target.jobFile(), OptionalLong.empty()).allowance(carried.renders());
    var ledger = session.ledger(endpoint);
    return limits.left(ledger.usage(carried, limits)) > 0
        ? Optional.empty()
        : Optional.of(Finding.look(
            "budget",
            "used up: a run would pay for nothing now",
            "raise the budget, or wait for its next day or month"));
  }

  /** What does not arrive in time is collected by a later run. */
  private Optional<Finding> patience(StateSession session) {
    var patience = target.jobFile().limits().patience();
    var took = session.renderTimes(endpoint).renders(patience);
    if (took.isEmpty()) return Optional.empty();
    var most = RenderTimes.expected(took);
    return most.multipliedBy(2).compareTo(patience) <= 0
        ? Optional.empty()
        : Optional.of(Finding.look(
            "patience",
            "limits.patience is %d s, but some of the last renders took %d s"
                .formatted(patience.toSeconds(), most.toSeconds()),
            "raise limits.patience: a later picture is collected by the next run only"));
  }

  private StateMismatchCheck mismatchCheck() {
    return new StateMismatchCheck(target.jobFile(), endpoint, false);
  }
}
