package dev.roomline.job.status;

import dev.roomline.job.run.Reckoning;
import dev.roomline.job.session.Holding;
import dev.roomline.ledger.Bills;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.WalletBook;
import dev.roomline.results.ResultTable;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The verb {@code status}: what is on, what was, and what waits for a person. */
public final class StatusJob {
  private final StateFolder state;

  public StatusJob(StateFolder state) {
    this.state = state;
  }

  public StatusReport status() throws InterruptedException {
    if (state.busy()) {
      return new StatusReport(
          state.signOfLife().read().map(StatusJob::texts).orElse(Map.of()), List.of());
    }
    if (!state.hasBooks()) return new StatusReport(Map.of(), List.of());
    try (var lock = Holding.take(state, Duration.ZERO, line -> {});
        var books = lock.open(1)) {
      var runs = new Runs(books.source(), Clock.systemUTC()).past();
      return new StatusReport(
          Map.of(), runs.stream().map(run -> past(run, books)).toList());
    }
  }

  private static StatusReport.Past past(Run.Past run, Database books) {
    var table = new ResultTable(books.source(), run.number());
    var bill = new Bills(books.source()).of(run.number());
    var wallet = new WalletBook(books.source()).of(run.number());
    return new StatusReport.Past(
        run.number(),
        run.sheet(),
        run.startedAt(),
        run.endedAt(),
        run.ending(),
        table.totals().byStatus(),
        new Reckoning(bill, wallet),
        table.unsureRows());
  }

  private static Map<String, String> texts(JsonNode life) {
    var texts = new LinkedHashMap<String, String>();
    life.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asString()));
    return texts;
  }
}
