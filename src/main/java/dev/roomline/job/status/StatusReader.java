package dev.roomline.job.status;

import dev.roomline.job.session.StateSession;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.RunCostReport;
import dev.roomline.state.RunStatus;
import dev.roomline.state.StateFolder;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code status}: the current run, the last runs, and what a person must decide. */
public final class StatusReader {
  private final StateFolder state;

  public StatusReader(StateFolder state) {
    this.state = state;
  }

  /** Reads the current run's figures, or the last runs if none is active. */
  public StatusReport status() throws InterruptedException {
    if (state.busy()) {
      return new StatusReport(
          state.runStatusFile().active().map(StatusReader::texts).orElse(Map.of()), List.of());
    }
    if (!state.hasDatabase()) return new StatusReport(Map.of(), List.of());
    try (var session = StateSession.open(state, Clock.systemUTC())) {
      var runs = session.runs().past();
      return new StatusReport(
          Map.of(), runs.stream().map(run -> past(run, session)).toList());
    }
  }

  private static StatusReport.Past past(Run.Past run, StateSession session) {
    var table = session.results(run.number());
    var costs = session.costs().of(run.number());
    var wallet = session.wallet().of(run.number());
    return new StatusReport.Past(
        run.number(),
        run.jobFile(),
        run.startedAt(),
        run.endedAt(),
        run.ending(),
        table.totals().byStatus(),
        new RunCostReport(costs, wallet),
        table.summary().unsureRows());
  }

  private static Map<String, String> texts(RunStatus run) {
    var texts = new LinkedHashMap<String, String>();
    run.fields().forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }
}
