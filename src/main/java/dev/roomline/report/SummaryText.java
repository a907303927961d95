package dev.roomline.report;

import dev.roomline.domain.Quantity;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Phrases that several summaries share. */
final class SummaryText {
  private static final int ROWS_NAMED = 20;

  private SummaryText() {}

  /** A render by its row, and by style and variant where a row has several. */
  static String render(ResultPosition position) {
    var one = position.variant() == 1 && position.style().isEmpty();
    return position.row()
        + (one ? "" : ", " + (position.style() + " " + position.variant()).strip());
  }

  /** Counts by status, such as {@code 2 rendered, 1 unsure}. */
  static String counts(Map<ResultStatus, Long> byStatus) {
    return byStatus.entrySet().stream()
        .map(it -> Quantity.number(it.getValue()) + " " + it.getKey().text())
        .collect(Collectors.joining(", "));
  }

  /** Row numbers, as far as they fit in a line: {@code row 3} or {@code rows 3, 7}. */
  static String rows(List<Long> rows) {
    return Quantity.noun(rows.size(), "row ", "rows ") + numbers(rows);
  }

  static String numbers(List<Long> rows) {
    var named =
        rows.stream().limit(ROWS_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return rows.size() > ROWS_NAMED
        ? named + ", … (" + Quantity.number(rows.size()) + " in all)"
        : named;
  }

  static String time(Duration time) {
    if (time.toHours() > 0) return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    if (time.toMinutes() > 0) {
      return "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
    }
    if (time.toMillis() >= 10_000 || time.toMillis() % 1000 == 0) return time.toSeconds() + " s";
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
