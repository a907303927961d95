package dev.roomline.output;

import dev.roomline.domain.ResultStatus;
import dev.roomline.results.Remedies;
import dev.roomline.results.ResultRow;
import dev.roomline.rooms.ResultColumns;
import java.util.List;

/**
 * {@code errors.csv}: every line that is not rendered, with what a person can do about it, those too
 * that show an earlier picture. If there
 * is none, the file has only its header, so that scripts always find it.
 */
public final class ErrorsCsv {
  public static final String NAME = "errors.csv";

  static final AtomicCsvFile.Content CONTENT = new AtomicCsvFile.Content(
      NAME,
      ResultColumns.OF_ERRORS,
      (row, shown) -> row.status() == ResultStatus.RENDERED ? null : row,
      ErrorsCsv::ours);

  private ErrorsCsv() {}

  private static List<String> ours(ResultRow row) {
    var cause = row.cause();
    var error = row.error().isEmpty() ? String.join(" | ", row.pictures().checks()) : row.error();
    return List.of(
        Long.toString(row.position().row()),
        row.status().text(),
        cause == null ? "" : cause.text(),
        AtomicCsvFile.guard(error),
        Remedies.remedy(row.status(), cause),
        row.paid().paidText(),
        Integer.toString(row.position().variant()),
        AtomicCsvFile.guard(row.position().style()));
  }
}
