package dev.roomline.job.status;

import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.RunCostReport;
import java.util.List;
import java.util.Map;

/**
 * The current run, or the last ones.
 *
 * @param live the figures of the current run, by name; empty if there is none
 * @param past the last runs, newest first; empty while one is active
 */
public record StatusReport(Map<String, String> live, List<Past> past) {

  /**
   * A past run.
   *
   * @param ending {@code finished}, {@code unfinished}, {@code abandoned} or {@code killed}
   * @param lines its results by status
   * @param runCostReport what it cost
   * @param unsureRows up to 1,000 rows that a person has to decide about
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
