package dev.roomline.job.decisions;

import java.util.List;

/**
 * The rows that a person has to review, or has reviewed.
 *
 * @param decided rows that were decided now
 * @param waiting rows that still wait, with the checks they failed
 */
public record ReviewReport(List<Long> decided, List<Waiting> waiting) {

  /** A line to be reviewed. */
  public record Waiting(long row, String checks, String picture) {}
}
