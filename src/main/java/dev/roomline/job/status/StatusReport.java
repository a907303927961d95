package dev.roomline.job.status;

import dev.roomline.domain.ResultStatus;
import dev.roomline.job.run.RunCostReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is on, or what was.
 *
 * @param live the figures of the run that is on, by name; empty if none is
 * @param past the last runs, newest first; empty while one is on
 */
public record StatusReport(Map<String, String> live, List<Past> past) {

  /**
   * A past run.
   *
   * @param ending {@code finished}, {@code unfinished}, {@code abandoned} or {@code killed}
   * @param lines its results by status
   * @param runCostReport what it came to in money
   * @param unsureRows up to 1,000 rows that a person has to decide
   */
  public record Past(
      long run,
      String sheet,
      String startedAt,
      String endedAt,
      String ending,
      Map<ResultStatus, Long> lines,
      RunCostReport runCostReport,
      List<Long> unsureRows) {

    Map<String, Object> asJson() {
      var json = new LinkedHashMap<String, Object>();
      json.put("run", run);
      json.put("sheet", sheet);
      json.put("started_at", startedAt);
      json.put("ended_at", endedAt);
      json.put("ending", ending);
      var byStatus = new LinkedHashMap<String, Long>();
      lines.forEach((status, count) -> byStatus.put(status.text(), count));
      json.put("by_status", byStatus);
      json.put("books", runCostReport.asJson());
      json.put("unsure_rows", unsureRows);
      return json;
    }
  }

  /** The object that {@code --json} prints. */
  public Map<String, Object> asJson() {
    return live.isEmpty()
        ? Map.of("runs", past.stream().map(Past::asJson).toList())
        : Map.of("live", live);
  }
}
