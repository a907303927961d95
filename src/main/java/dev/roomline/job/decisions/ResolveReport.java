package dev.roomline.job.decisions;

import dev.roomline.domain.ResultPosition;
import java.time.Instant;
import java.util.List;

/**
 * The unsure renders that a person has to decide about, or has decided about.
 *
 * @param decided rows that were decided now
 * @param unsure renders that still wait for a decision
 * @param untold further unsure renders, sent by a killed run that wrote no results for them
 */
public record ResolveReport(List<Long> decided, List<Unsure> unsure, long untold) {

  /**
   * A render that waits for a decision, and what is known about it.
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
