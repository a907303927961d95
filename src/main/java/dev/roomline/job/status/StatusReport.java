package dev.roomline.job.status;

import dev.roomline.domain.ResultStatus;
import dev.roomline.job.run.RunCostReport;
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
      String jobFile,
      String startedAt,
      String endedAt,
      String ending,
      Map<ResultStatus, Long> lines,
      RunCostReport runCostReport,
      List<Long> unsureRows) {}
}
