package dev.roomline.report;

import dev.roomline.domain.ResultStatus;
import dev.roomline.job.retry.RetryPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a retry would buy, for a person who has to say yes. */
public final class RetrySummary {
  private static final int SHOWN = 10;
  private static final int ROWS_NAMED = 20;

  private RetrySummary() {}

  /** The choice, line by line, and what is left alone. */
  public static List<String> of(RetryPreview offer) {
    var lines = new ArrayList<String>();
    if (offer.goesOn()) lines.add("the rest of a retry that came to no end:");
    for (var line : offer.lines().subList(0, Math.min(SHOWN, offer.lines().size()))) {
      lines.add("row %d, %s: %s".formatted(line.position().row(), what(line), line.reason()));
    }
    var more = offer.lines().size() - SHOWN;
    if (more > 0) lines.add("and %d more: %s".formatted(more, counts(offer.byStatus())));
    lines.add(offer.renders() == 0 ? "nothing to retry" : "to buy: " + offer.price());
    if (!offer.left().isEmpty()) lines.add("left as they are: " + counts(offer.left()));
    lines.addAll(warnings(offer));
    return lines;
  }

  private static List<String> warnings(RetryPreview offer) {
    var lines = new ArrayList<String>();
    if (!offer.doubtful().isEmpty()) {
      lines.add("unsure or given up, so retry leaves them: rows " + named(offer.doubtful())
          + "; decide with: roomline resolve JOB");
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

  private static String counts(Map<ResultStatus, Long> byStatus) {
    return byStatus.entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey().text())
        .collect(Collectors.joining(", "));
  }

  private static String named(List<Long> rows) {
    var named =
        rows.stream().limit(ROWS_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return rows.size() > ROWS_NAMED ? named + ", … (" + rows.size() + " in all)" : named;
  }
}
