package dev.roomline.report;

import dev.roomline.job.status.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The progress of the current run, or how the last ones ended, for a person. */
record StatusSummary(StatusReport status, ZoneId zone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final Map<String, String> LIVE = Map.of(
      "sheet", "job file",
      "failed", "without a picture",
      "per_minute", "requests per minute",
      "allowed_per_minute", "allowed per minute");
  private static final Map<String, String> ENDINGS = Map.of(
      "finished", "finished",
      "unfinished", "stopped early, the same command continues",
      "abandoned", "closed, a later run took its place",
      "killed", "killed or failed, the same command continues");

  List<String> lines() {
    var lines = new ArrayList<String>();
    status.live().forEach((name, value) -> lines.add(label(name) + ": " + value));
    for (var past : status.past()) lines.addAll(of(past));
    if (lines.isEmpty()) lines.add("No run yet.");
    return lines;
  }

  private static String label(String name) {
    return LIVE.getOrDefault(name, name.replace('_', ' '));
  }

  private List<String> of(StatusReport.Past past) {
    var lines = new ArrayList<String>();
    lines.add("run %d: %s (%s)"
        .formatted(past.run(), ENDINGS.getOrDefault(past.ending(), past.ending()), when(past)));
    lines.add("  job: " + past.jobFile());
    if (!past.lines().isEmpty()) lines.add("  results: " + SummaryText.counts(past.lines()));
    var purchases = CostText.of(past.runCostReport()).purchases();
    if (!purchases.isEmpty()) lines.add("  renders sent: " + purchases);
    for (var line : CostText.of(past.runCostReport()).walletLines()) lines.add("  " + line);
    if (!past.unsureRows().isEmpty()) {
      lines.add("  unsure rows: " + SummaryText.numbers(past.unsureRows()));
    }
    return lines;
  }

  private String when(StatusReport.Past past) {
    var start = Instant.parse(past.startedAt());
    var text = MINUTE.format(start.atZone(zone));
    if (past.endedAt().isEmpty()) return text;
    return text + ", " + SummaryText.time(Duration.between(start, Instant.parse(past.endedAt())));
  }
}
