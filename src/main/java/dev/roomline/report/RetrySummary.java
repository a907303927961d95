package dev.roomline.report;

import dev.roomline.domain.Quantity;
import dev.roomline.job.retry.RetryPreview;
import java.util.ArrayList;
import java.util.List;

/** What a retry would pay for, for a person who has to agree. */
public final class RetrySummary {
  private static final int SHOWN = 10;

  private RetrySummary() {}

  /** The chosen renders, line by line, and what is left alone. */
  public static List<String> of(RetryPreview offer) {
    var lines = new ArrayList<String>();
    if (offer.goesOn()) lines.add("Continuing an unfinished retry:");
    for (var line : offer.lines().subList(0, Math.min(SHOWN, offer.lines().size()))) {
      lines.add("row %s, %s: %s"
          .formatted(SummaryText.render(line.position()), line.was().text(), line.reason()));
    }
    var more = offer.lines().size() - SHOWN;
    if (more > 0) {
      lines.add("and %s more; all: %s"
          .formatted(Quantity.number(more), SummaryText.counts(offer.byStatus())));
    }
    lines.add(offer.renders() == 0 ? "Nothing to retry." : "to pay for: " + offer.price());
    if (!offer.left().isEmpty()) lines.add("not selected: " + SummaryText.counts(offer.left()));
    lines.addAll(warnings(offer));
    return lines;
  }

  private static List<String> warnings(RetryPreview offer) {
    var lines = new ArrayList<String>();
    if (!offer.doubtful().isEmpty()) {
      lines.add("unsure or given up, so not retried: " + SummaryText.rows(offer.doubtful()));
      lines.add("  Next: roomline resolve JOB");
    }
    var content =
        offer.lines().stream().filter(it -> it.cause().equals("content")).count();
    if (content > 0) {
      lines.add("Warning: %s refused because of the prompt. Providers close accounts that repeat"
              .formatted(Quantity.of(content, "render") + Quantity.noun(content, " was", " were"))
          + " such requests.");
    }
    return lines;
  }
}
