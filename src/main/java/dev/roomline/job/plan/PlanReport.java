package dev.roomline.job.plan;

import dev.roomline.failure.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run would do.
 *
 * @param renders what its valid rows ask for: one per row, style and variant
 * @param invalidBy invalid rows by the column to blame
 * @param why for how many renders each reason to buy holds; empty where there is no last run
 * @param time how long the buying takes
 * @param warnings what may disappoint although nothing is wrong
 * @param problems the first ten invalid rows, in words
 * @param probeResult what came of asking for the photos
 */
public record PlanReport(
    long rows,
    long renders,
    Map<String, Long> invalidBy,
    Quote quote,
    Map<PurchaseReason, Long> why,
    Quote.Time time,
    List<String> warnings,
    List<String> problems,
    ProbeResult probeResult) {

  public ExitCode exit() {
    return invalid() + probeResult.missing() > 0 ? ExitCode.TROUBLE : ExitCode.DONE;
  }

  PlanReport with(ProbeResult answers) {
    return new PlanReport(rows, renders, invalidBy, quote, why, time, warnings, problems, answers);
  }

  PlanReport warning(String words) {
    var more = Stream.concat(warnings.stream(), Stream.of(words)).toList();
    return new PlanReport(rows, renders, invalidBy, quote, why, time, more, problems, probeResult);
  }

  /** Rows that cannot be rendered. */
  public long invalid() {
    return invalidBy.values().stream().mapToLong(Long::longValue).sum();
  }
}
