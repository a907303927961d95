package dev.roomline.report;

import dev.roomline.domain.Status;
import dev.roomline.job.retry.RetryOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a retry would buy, for a person who has to say yes. */
public final class Offer {
  private static final int SHOWN = 10;
  private static final int ROWS_NAMED = 20;

  private Offer() {}

  /** The choice, line by line, and what is left alone. */
  public static List<String> of(RetryOffer offer) {
    var lines = new ArrayList<String>();
    if (offer.goesOn()) lines.add("the rest of a retry that came to no end:");
    for (var line : offer.lines().subList(0, Math.min(SHOWN, offer.lines().size()))) {
      lines.add("row %d, %s: %s".formatted(line.place().row(), what(line), line.reason()));
    }
    var more = offer.lines().size() - SHOWN;
    if (more > 0) lines.add("and %d more: %s".formatted(more, counts(offer.byStatus())));
    lines.add(offer.renders() == 0 ? "nothing to retry" : "to buy: " + offer.price());
    if (!offer.left().isEmpty()) lines.add("left as they are: " + counts(offer.left()));
    lines.addAll(warnings(offer));
    return lines;
  }

  private static List<String> warnings(RetryOffer offer) {
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

  private static String what(RetryOffer.Line line) {
    var place = line.place();
    var one = place.variant() == 1 && place.style().isEmpty();
    return line.was().text() + (one ? "" : ", " + (place.style() + " " + place.variant()).strip());
  }

  private static String counts(Map<Status, Long> byStatus) {
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
