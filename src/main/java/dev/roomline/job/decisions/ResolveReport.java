package dev.roomline.job.decisions;

import dev.roomline.domain.ResultPosition;
import java.time.Instant;
import java.util.List;

/**
 * What a person has to decide because nobody knows whether it is paid, or what came of it.
 *
 * @param decided rows that were decided now
 * @param unsure renders that still wait for a decision
 * @param untold further ones, which a killed run had on their way and wrote no results for
 */
public record ResolveReport(List<Long> decided, List<Unsure> unsure, long untold) {

  /**
   * A render that waits for a decision, and what is known of it.
   *
   * @param endpoint the endpoint's name
   * @param run the run that sent it
   * @param requestId the provider's; empty if it never named one
   */
  public record Unsure(
      ResultPosition position,
      Instant sentAt,
      String endpoint,
      long run,
      String requestId,
      String reason) {}
}
