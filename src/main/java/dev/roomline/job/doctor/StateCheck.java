package dev.roomline.job.doctor;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.failure.Exit;
import dev.roomline.images.Photos;
import dev.roomline.job.doctor.DoctorJob.Patient;
import dev.roomline.job.session.Allowances;
import dev.roomline.job.session.Counter;
import dev.roomline.job.session.Holding;
import dev.roomline.job.session.LostState;
import dev.roomline.job.session.RunCommand;
import dev.roomline.job.session.RunCommand.Pulse;
import dev.roomline.ledger.Lately;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Runs;
import dev.roomline.render.limits.Waits;
import dev.roomline.results.ResultTable;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether the books are free, whole and the right ones, and what they say that a run may meet. */
record StateCheck(Patient patient, EndpointSettings endpoint) {
  /** A status or a query holds it for a moment only. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  List<Finding> look() throws InterruptedException {
    var state = new StateFolder(patient.sheet().state());
    if (state.busy() && state.signOfLife().read().isPresent()) return held(state);
    new LostState(command()).checkUnopened();
    if (!state.hasBooks()) {
      return List.of(Finding.well("state", state.path() + ": new, nothing is paid for yet"));
    }
    var lock = state.lock(MOMENT);
    if (lock.isEmpty()) return held(state);
    try (var taken = lock.get();
        var books = taken.open(1)) {
      return look(books);
    }
  }

  private static List<Finding> held(StateFolder state) {
    return List.of(Finding.stops(
        "state",
        Exit.HELD,
        Holding.holder(state),
        "wait for it (run JOB --wait 2h), or use another --state"));
  }

  private List<Finding> look(Database books) {
    var runs = new Runs(books.source(), patient.clock());
    var older = new LostState(command()).check(books, runs);
    var findings = new ArrayList<Finding>();
    findings.add(older
        .map(words -> Finding.look("state", words, "put the newest backup back"))
        .orElseGet(() -> Finding.well("state", patient.sheet().state() + ": free and whole")));
    unsure(books, runs).ifPresent(findings::add);
    budget(books, runs).ifPresent(findings::add);
    patience(books).ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> unsure(Database books, Runs runs) {
    return runs.last(patient.sheet().file().toString())
        .map(run -> new ResultTable(books.source(), run.number()).unsureRows().size())
        .filter(rows -> rows > 0)
        .map(rows -> Finding.look(
            "unsure",
            rows + " rows may have been paid, and are not sent again",
            "look in the vendor's account, then decide: roomline resolve JOB"));
  }

  private Optional<Finding> budget(Database books, Runs runs) {
    var carried = runs.carried(patient.sheet().file().toString());
    var allowance =
        new Allowances(patient.sheet(), OptionalLong.empty()).allowance(carried.renders());
    var ledger =
        new Ledger(books.source(), books.transactions(), endpoint.boughtAt(), patient.clock());
    return allowance.left(ledger.balance(carried, allowance)) > 0
        ? Optional.empty()
        : Optional.of(Finding.look(
            "budget",
            "used up: a run would buy nothing now",
            "raise the budget, or wait for the next day or month it is for"));
  }

  /** What does not arrive in time is left to a later run. */
  private Optional<Finding> patience(Database books) {
    var patience = patient.sheet().limits().patience();
    var took = new Lately(books.source(), endpoint.boughtAt())
        .renders(patience).stream().sorted().toList();
    if (took.isEmpty()) return Optional.empty();
    var most = took.get((took.size() - 1) * 9 / 10);
    return most.multipliedBy(2).compareTo(patience) <= 0
        ? Optional.empty()
        : Optional.of(Finding.look(
            "patience",
            "limits.patience is %d s, and of the last renders some took %d s"
                .formatted(patience.toSeconds(), most.toSeconds()),
            "raise limits.patience: what comes later is fetched by the next run only"));
  }

  private RunCommand command() {
    return new RunCommand(
        patient.sheet(),
        new Counter(endpoint, ApiKey.from(""), Photos.none()),
        false,
        OptionalLong.empty(),
        Duration.ZERO,
        Duration.ZERO,
        new Pulse(patient.clock(), Waits.usual()));
  }
}
