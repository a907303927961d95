package dev.roomline.job.status;

import dev.roomline.job.run.RunCostReport;
import dev.roomline.job.session.StateAccess;
import dev.roomline.ledger.CostQuery;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.WalletLog;
import dev.roomline.results.ResultTable;
import dev.roomline.state.Database;
import dev.roomline.state.RunStatus;
import dev.roomline.state.StateFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The verb {@code status}: what is on, what was, and what waits for a person. */
public final class StatusReader {
  private final StateFolder state;

  public StatusReader(StateFolder state) {
    this.state = state;
  }

  public StatusReport status() throws InterruptedException {
    if (state.busy()) {
      return new StatusReport(
          state.signOfLife().read().map(StatusReader::texts).orElse(Map.of()), List.of());
    }
    if (!state.hasBooks()) return new StatusReport(Map.of(), List.of());
    try (var lock = StateAccess.acquire(state, Duration.ZERO, line -> {});
        var database = lock.open(1)) {
      var runs = new Runs(database.source(), Clock.systemUTC()).past();
      return new StatusReport(
          Map.of(), runs.stream().map(run -> past(run, database)).toList());
    }
  }

  private static StatusReport.Past past(Run.Past run, Database database) {
    var table = new ResultTable(database.source(), run.number());
    var costs = new CostQuery(database.source()).of(run.number());
    var wallet = new WalletLog(database.source()).of(run.number());
    return new StatusReport.Past(
        run.number(),
        run.sheet(),
        run.startedAt(),
        run.endedAt(),
        run.ending(),
        table.totals().byStatus(),
        new RunCostReport(costs, wallet),
        table.unsureRows());
  }

  private static Map<String, String> texts(RunStatus run) {
    var texts = new LinkedHashMap<String, String>();
    run.fields().forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }
}
