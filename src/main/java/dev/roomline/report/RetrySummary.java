package dev.roomline.report;

import dev.roomline.domain.Quantity;
import dev.roomline.job.retry.RetryPreview;
import java.util.ArrayList;
import java.util.List;

/** What a retry would pay for, as text for a person who has to confirm it. */
public final class RetrySummary {
  private static final int SHOWN = 10;

  private RetrySummary() {}

  /** The chosen renders line by line, and the ones that are left out. */
  public static List<String> of(RetryPreview preview) {
    var lines = new ArrayList<String>();
    if (preview.goesOn()) lines.add("Continuing an unfinished retry:");
    for (var line : preview.lines().subList(0, Math.min(SHOWN, preview.lines().size()))) {
      lines.add("row %s, %s: %s"
          .formatted(SummaryText.render(line.position()), line.was().text(), line.reason()));
    }
    var more = preview.lines().size() - SHOWN;
    if (more > 0) {
      lines.add("and %s more; all: %s"
          .formatted(Quantity.number(more), SummaryText.counts(preview.byStatus())));
    }
    if (preview.isEmpty()) lines.add("Nothing to retry.");
    else if (preview.renders() > 0) lines.add("to pay for: " + preview.price());
    else lines.add("Nothing to pay for. The last run was killed; its results are written now.");
    if (!preview.left().isEmpty()) lines.add("not selected: " + SummaryText.counts(preview.left()));
    lines.addAll(warnings(preview));
    return lines;
  }

  private static List<String> warnings(RetryPreview preview) {
    var lines = new ArrayList<String>();
    if (!preview.doubtful().isEmpty()) {
      lines.add("unsure or given up, so not retried: " + SummaryText.rows(preview.doubtful()));
      lines.add("  Next: roomline resolve JOB");
    }
    var content =
        preview.lines().stream().filter(it -> it.cause().equals("content")).count();
    if (content > 0) {
      lines.add("Warning: %s refused because of the prompt. Providers close accounts that repeat"
              .formatted(Quantity.of(content, "render") + Quantity.noun(content, " was", " were"))
          + " such requests.");
    }
    return lines;
  }
}
