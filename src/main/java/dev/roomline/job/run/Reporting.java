package dev.roomline.job.run;

import dev.roomline.domain.Status;
import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Run;
import dev.roomline.output.ResultsCsv;
import dev.roomline.output.Wall;
import dev.roomline.results.ResultTable;
import java.time.Duration;

/** Draws up the report of a run from its results. */
record Reporting(RunCommand command, Run run, ResultTable table, Reckoning reckoning) {

  /**
   * Rows of the file, and lines of results they come to.
   *
   * @param aside lines that are not bought because nobody asked for them; the exit is without them
   */
  record Extent(long rows, long renders, long aside) {}

  RunReport report(Ending ending, Extent extent, Duration wall) {
    var totals = table.totals();
    return new RunReport(
        run.number(),
        ending.exit(totals.without(Status.NOT_BOUGHT, extent.aside())),
        ending.words(),
        extent.rows(),
        extent.renders(),
        totals.byStatus(),
        totals.paid("bought"),
        totals.paid("reused"),
        reckoning,
        table.troubles(),
        table.unsureRows(),
        wall,
        command.sheet().output().resolve(ResultsCsv.NAME),
        command.sheet().output().resolve(Wall.FIRST_PAGE),
        command.sheet().state());
  }
}
