package dev.roomline.job.run;

import dev.roomline.domain.Payment;
import dev.roomline.domain.ResultStatus;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.RunCostReport;
import dev.roomline.output.GalleryWriter;
import dev.roomline.output.ResultsCsv;
import dev.roomline.results.ResultTable;
import java.time.Duration;

/** Draws up the report of a run from its results. */
record RunReportBuilder(
    JobRequest request, Run run, ResultTable table, RunCostReport runCostReport) {

  /**
   * Rows of the file, and lines of results they come to.
   *
   * @param aside lines that a retry left out on purpose; they do not change the exit code
   */
  record Extent(long rows, long renders, long aside) {}

  RunReport report(RunEnd runEnd, Extent extent, Duration wall) {
    var totals = table.totals();
    var begun = request.timing().clock().instant().minus(wall);
    return new RunReport(
        run.number(),
        runEnd.exit(
            totals.without(ResultStatus.NOT_BOUGHT, extent.aside()),
            table.summary().isWaitingSince(begun)),
        runEnd.messages(new StopReasonText(request, run)),
        extent.rows(),
        extent.renders(),
        totals.byStatus(),
        totals.paid(Payment.BOUGHT),
        totals.paid(Payment.REUSED),
        runCostReport,
        table.summary().troubles(),
        table.summary().unsureRows(),
        wall,
        request.jobFile().output().resolve(ResultsCsv.NAME),
        request.jobFile().output().resolve(GalleryWriter.FIRST_PAGE),
        request.jobFile().state());
  }
}
