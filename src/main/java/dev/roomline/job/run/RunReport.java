package dev.roomline.job.run;

import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.ledger.RunCostReport;
import dev.roomline.output.ErrorsCsv;
import dev.roomline.results.FailureGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param words why it ended early; empty if it did not
 * @param rows rows of the room list
 * @param renders lines of its results: one per row, style and variant
 * @param byStatus lines of results by status, in the order of {@link ResultStatus}
 * @param bought lines whose render was paid for in this run
 * @param reused lines whose render was paid for before, or for an equal line
 * @param runCostReport what it cost
 */
public record RunReport(
    long run,
    ExitCode exit,
    List<String> words,
    long rows,
    long renders,
    Map<ResultStatus, Long> byStatus,
    long bought,
    long reused,
    RunCostReport runCostReport,
    List<FailureGroup> troubles,
    List<Long> unsureRows,
    Duration wall,
    Path results,
    Path gallery,
    Path state) {

  /** What went wrong, line by line; a header alone where nothing did. */
  public Path errors() {
    return results.resolveSibling(ErrorsCsv.NAME);
  }
}
