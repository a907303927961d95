package dev.roomline.job.decisions;

import dev.roomline.domain.ResultPosition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * @param requestId the vendor's; empty if it never named one
   */
  public record Unsure(
      ResultPosition position,
      Instant sentAt,
      String endpoint,
      long run,
      String requestId,
      String reason) {

    private Map<String, Object> asJson() {
      var json = new LinkedHashMap<String, Object>();
      json.put("row", position.row());
      json.put("variant", position.variant());
      json.put("style", position.style());
      json.put("sent_at", sentAt.toString());
      json.put("bought_at", endpoint);
      json.put("run", run);
      json.put("request_id", requestId);
      json.put("reason", reason);
      return json;
    }
  }

  /** The object that {@code --json} prints. */
  public Map<String, Object> asJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("decided_rows", decided);
    json.put("unsure", unsure.stream().map(Unsure::asJson).toList());
    json.put("untold", untold);
    return json;
  }
}
