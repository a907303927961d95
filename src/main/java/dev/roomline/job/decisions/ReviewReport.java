package dev.roomline.job.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits for a person's look, or what came of it.
 *
 * @param decided rows that were decided now
 * @param waiting rows that still wait, with the checks they failed
 */
public record ReviewReport(List<Long> decided, List<Waiting> waiting) {

  /** A line that waits for a look. */
  public record Waiting(long row, String checks, String picture) {}

  /** The object that {@code --json} prints. */
  public Map<String, Object> asJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("decided_rows", decided);
    json.put(
        "waiting",
        waiting.stream()
            .map(it -> Map.of("row", it.row(), "checks", it.checks(), "picture", it.picture()))
            .toList());
    return json;
  }
}
