package dev.roomline.report;

import dev.roomline.job.retry.RetryPreview;
import java.util.ArrayList;
import java.util.List;

/** What a retry would buy, for a person who has to say yes. */
public final class RetrySummary {
  private static final int SHOWN = 10;

  private RetrySummary() {}

  /** The choice, line by line, and what is left alone. */
  public static List<String> of(RetryPreview offer) {
    var lines = new ArrayList<String>();
    if (offer.goesOn()) lines.add("the rest of a retry that came to no end:");
    for (var line : offer.lines().subList(0, Math.min(SHOWN, offer.lines().size()))) {
      lines.add("row %d, %s: %s".formatted(line.position().row(), what(line), line.reason()));
    }
    var more = offer.lines().size() - SHOWN;
    if (more > 0) lines.add("and %d more: %s".formatted(more, ReportText.counts(offer.byStatus())));
    lines.add(offer.renders() == 0 ? "nothing to retry" : "to buy: " + offer.price());
    if (!offer.left().isEmpty()) lines.add("left as they are: " + ReportText.counts(offer.left()));
    lines.addAll(warnings(offer));
    return lines;
  }

  private static List<String> warnings(RetryPreview offer) {
    var lines = new ArrayList<String>();
    if (!offer.doubtful().isEmpty()) {
      lines.add("unsure or given up, so retry leaves them: rows "
          + ReportText.named(offer.doubtful()) + "; decide with: roomline resolve JOB");
    }
    var content =
        offer.lines().stream().filter(it -> it.cause().equals("content")).count();
    if (content > 0) {
      lines.add("mind: " + content + " refused for what the prompt says; vendors close accounts"
          + " that keep asking");
    }
    return lines;
  }

  private static String what(RetryPreview.Line line) {
    var position = line.position();
    var one = position.variant() == 1 && position.style().isEmpty();
    return line.was().text()
        + (one ? "" : ", " + (position.style() + " " + position.variant()).strip());
  }
}
