package dev.roomline.job;

import dev.roomline.ledger.Run;
import java.time.Duration;

/** Draws up the report of a run from its results. */
record Reporting(RunCommand command, Run run, ResultTable table) {

  RunReport report(Ending ending, long rows, Duration wall) {
    var lines = table.lines();
    return new RunReport(
        run.number(),
        ending.exit(lines),
        ending.words(),
        rows,
        lines,
        table.paid("bought"),
        table.paid("reused"),
        table.troubles(),
        table.unsureRows(),
        wall,
        command.sheet().output().resolve("results.csv"),
        command.sheet().state());
  }
}
