package dev.roomline.job.plan;

import java.util.List;

/**
 * The result of checking photo addresses before anything is paid for.
 *
 * @param asked addresses that were checked
 * @param missing how many of them led to no picture
 * @param unasked addresses that were not checked: too many, or their host did not answer
 * @param problems the first ten that are missing, with their rows
 */
public record ProbeResult(long asked, long missing, long unasked, List<String> problems) {
  static final ProbeResult NONE = new ProbeResult(0, 0, 0, List.of());
}
