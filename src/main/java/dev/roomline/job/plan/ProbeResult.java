package dev.roomline.job.plan;

import java.util.List;

/**
 * What came of asking for photos before anything is paid for them.
 *
 * @param asked addresses that were asked
 * @param missing of those, where no picture was found
 * @param unasked addresses that were left alone: too many, or their host did not answer
 * @param problems the first ten that are missing, with their rows, in words
 */
public record ProbeResult(long asked, long missing, long unasked, List<String> problems) {
  static final ProbeResult NONE = new ProbeResult(0, 0, 0, List.of());
}
