package dev.roomline.report;

import dev.roomline.domain.ResultStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pieces of text that several reports share. */
final class ReportText {
  private static final int ROWS_NAMED = 20;

  private ReportText() {}

  /** Lines by status, as in {@code 3 rendered, 1 unsure}. */
  static String counts(Map<ResultStatus, Long> byStatus) {
    return byStatus.entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey().text())
        .collect(Collectors.joining(", "));
  }

  /** The first rows by number, and how many there are. */
  static String named(List<Long> rows) {
    var named =
        rows.stream().limit(ROWS_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return rows.size() > ROWS_NAMED ? named + ", … (" + rows.size() + " in all)" : named;
  }
}
