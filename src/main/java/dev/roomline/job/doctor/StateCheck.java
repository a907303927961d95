package dev.roomline.job.doctor;

import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.doctor.Doctor.Target;
import dev.roomline.job.session.BudgetRules;
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

/** Whether the books are free, whole and the right ones, and what they say that a run may meet. */
record StateCheck(Target target, EndpointSettings endpoint) {
  /** A status or a query holds it for a moment only. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  List<Finding> check() throws InterruptedException {
    var state = new StateFolder(target.jobFile().state());
    if (state.busy() && state.runStatusFile().read().isPresent()) return held(state);
    lostState().checkUnopened();
    if (!state.hasDatabase()) {
      return List.of(Finding.well("state", state.path() + ": new, nothing is paid for yet"));
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
        "wait for it (run JOB --wait 2h), or use another --state"));
  }

  private List<Finding> check(StateSession session) {
    var older = lostState().check(session.database(), session.runs());
    var findings = new ArrayList<Finding>();
    findings.add(older
        .map(words -> Finding.look("state", words, "put the newest backup back"))
        .orElseGet(() -> Finding.well("state", target.jobFile().state() + ": free and whole")));
    unsure(session).ifPresent(findings::add);
    budget(session).ifPresent(findings::add);
    patience(session).ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> unsure(StateSession session) {
    return session
        .runs()
        .last(target.jobFile().file().toString())
        .map(run -> session.results(run).unsureRows().size())
        .filter(rows -> rows > 0)
        .map(rows -> Finding.look(
            "unsure",
            rows + " rows may have been paid, and are not sent again",
            "look in the provider's account, then decide: roomline resolve JOB"));
  }

  private Optional<Finding> budget(StateSession session) {
    var carried = session.runs().carried(target.jobFile().file().toString());
    var limits =
        new BudgetRules(target.jobFile(), OptionalLong.empty()).allowance(carried.renders());
    var ledger = session.ledger(endpoint.id());
    return limits.left(ledger.usage(carried, limits)) > 0
        ? Optional.empty()
        : Optional.of(Finding.look(
            "budget",
            "used up: a run would buy nothing now",
            "raise the budget, or wait for the next day or month it is for"));
  }

  /** What does not arrive in time is left to a later run. */
  private Optional<Finding> patience(StateSession session) {
    var patience = target.jobFile().limits().patience();
    var took = session.renderTimes(endpoint.id()).renders(patience);
    if (took.isEmpty()) return Optional.empty();
    var most = RenderTimes.expected(took);
    return most.multipliedBy(2).compareTo(patience) <= 0
        ? Optional.empty()
        : Optional.of(Finding.look(
            "patience",
            "limits.patience is %d s, and of the last renders some took %d s"
                .formatted(patience.toSeconds(), most.toSeconds()),
            "raise limits.patience: what comes later is fetched by the next run only"));
  }

  private StateMismatchCheck lostState() {
    return new StateMismatchCheck(target.jobFile(), endpoint, false);
  }
}
