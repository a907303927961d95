package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares the results of a client that was killed with the provider's billing log. */
public final class BillingAudit {
  /** A client that has sent so many requests since an answer has recorded that answer. */
  private static final int SURELY_HEARD = 12;

  /** Requests of a killed client that a busy provider may receive after the kill was noted. */
  private static final int STILL_UNDER_WAY = 8;

  private final SandboxExtension provider;
  private final NavigableSet<Long> kills = new TreeSet<>();

  public BillingAudit(SandboxExtension provider) {
    this.provider = provider;
  }

  /** Notes that the client was killed; all requests so far came before that, and a few may follow. */
  public void recordKill() {
    var report = provider.report();
    kills.add(asked(report));
  }

  /**
   * Throws AssertionError unless the lines agree with what the provider sold.
   *
   * @param lines the lines of results, each with its prompt
   */
  public void assertAgreesWith(List<Map<String, String>> lines) {
    var report = provider.report();
    assertThat(provider.billedTwice()).as("billed twice").isEmpty();
    var sold = new HashMap<String, JsonNode>();
    report.path("by_render").forEach(it -> sold.put(it.path("prompt").asString(), it));
    var wrong = new ArrayList<String>();
    for (var line : lines) {
      var sale = sold.get(line.get("prompt"));
      var slip = line.get("status").equals("rendered") ? rendered(line, sale) : unsure(sale);
      if (!slip.isEmpty()) wrong.add("row " + line.get("row") + " " + slip);
    }
    assertThat(wrong).isEmpty();
  }

  private static String rendered(Map<String, String> line, JsonNode sale) {
    if (sale == null) return "was never sold";
    var seed = sale.path("seed").asString();
    return line.get("seed").equals(seed)
        ? ""
        : "has seed " + line.get("seed") + ", sold was " + seed;
  }

  private String unsure(JsonNode sale) {
    if (sale == null) return ""; // claimed, and killed before it was sent
    if (sale.path("fetches").asInt() > 0) return "is unsure, and it was accepted and asked for";
    var answered = sale.path("answered_at").asLong();
    var killed = kills.ceiling(answered - STILL_UNDER_WAY);
    return answered > 0 && killed != null && killed - answered >= SURELY_HEARD
        ? "is unsure, and %d requests came after its answer".formatted(killed - answered)
        : "";
  }

  private static long asked(JsonNode report) {
    return report.path("creates").asLong() + report.path("fetches").asLong();
  }
}
