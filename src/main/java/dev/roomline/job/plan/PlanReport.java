package dev.roomline.job.plan;

import dev.roomline.failure.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run would do.
 *
 * @param renders what its valid rows ask for: one per row, style and variant
 * @param invalidBy invalid rows by their first wrong column
 * @param why how many renders have each reason to be paid for; empty without an earlier run
 * @param time how long the renders take
 * @param warnings what may disappoint although nothing is wrong
 * @param problems the first ten invalid rows and their problems
 * @param probeResult the result of checking the photo addresses
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

  /** TROUBLE if a row is invalid or a photo is missing. */
  public ExitCode exit() {
    return invalid() + probeResult.missing() > 0 ? ExitCode.TROUBLE : ExitCode.DONE;
  }

  PlanReport with(ProbeResult answers) {
    return new PlanReport(rows, renders, invalidBy, quote, why, time, warnings, problems, answers);
  }

  PlanReport warning(String text) {
    var more = Stream.concat(warnings.stream(), Stream.of(text)).toList();
    return new PlanReport(rows, renders, invalidBy, quote, why, time, more, problems, probeResult);
  }

  /** Rows that cannot be rendered. */
  public long invalid() {
    return invalidBy.values().stream().mapToLong(Long::longValue).sum();
  }
}
