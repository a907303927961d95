package dev.roomline.job.decisions;

import java.util.List;

/**
 * What waits for a person's look, or what came of it.
 *
 * @param decided rows that were decided now
 * @param waiting rows that still wait, with the checks they failed
 */
public record ReviewReport(List<Long> decided, List<Waiting> waiting) {

  /** A line that waits for a look. */
  public record Waiting(long row, String checks, String picture) {}
}
