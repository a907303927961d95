package dev.roomline.job.run;

import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.output.ErrorsCsv;
import dev.roomline.results.FailureGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param words why it ended early; empty if it did not
 * @param rows rows of the rooms file
 * @param renders lines of results it comes to: one per row, style and variant
 * @param byStatus lines of results by status, in the order of {@link ResultStatus}
 * @param bought lines whose render was bought in this run
 * @param reused lines whose render was owned before, or bought for an equal line
 * @param runCostReport what it came to in money
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

  /** The object that {@code --json} prints. */
  public Map<String, Object> asJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("run", run);
    json.put("exit", exit.code());
    json.put("rows", rows);
    json.put("renders", renders);
    var statuses = new LinkedHashMap<String, Long>();
    byStatus.forEach((status, lines) -> statuses.put(status.text(), lines));
    json.put("by_status", statuses);
    json.put("bought", bought);
    json.put("reused", reused);
    json.put("books", runCostReport.asJson());
    json.put("unsure_rows", unsureRows);
    json.put("stopped", words);
    json.put("wall_seconds", wall.toMillis() / 1000.0);
    json.put("results", results.toString());
    json.put("errors", errors().toString());
    json.put("gallery", gallery.toString());
    json.put("state", state.toString());
    return json;
  }
}
