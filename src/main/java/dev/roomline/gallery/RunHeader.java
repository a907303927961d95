package dev.roomline.gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The summary of the run, above the rooms.
 *
 * @param job the job file's name
 * @param byStatus lines by status as results.csv writes it, in the order to show them
 * @param results the path of results.csv from the page's folder; empty for no link
 * @param stopReasons why it stopped early; empty if it did not
 * @param version Roomline's
 */
public record RunHeader(
    String job,
    long run,
    Instant started,
    Instant ended,
    Duration wall,
    Map<String, Long> byStatus,
    long bought,
    long reused,
    String results,
    List<String> stopReasons,
    String version) {

  /** Copies counts and reasons. */
  public RunHeader {
    byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
    stopReasons = List.copyOf(stopReasons);
    if (!results.isEmpty()) Href.check(results);
  }

  long lines() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
