package dev.roomline.output;

import dev.roomline.results.CsvLayout;
import dev.roomline.results.Remedies;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.ResultColumns;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code errors.csv}: every line that is not rendered, with what a person can do about it. Where
 * there is none it holds its header, so that scripts find it at any time.
 */
public final class ErrorsCsv {
  public static final String NAME = "errors.csv";

  private final AtomicCsvFile file;
  private final CsvLayout layout;

  ErrorsCsv(Path folder, CsvLayout layout) {
    this.file = new AtomicCsvFile(folder.resolve(NAME), layout);
    this.layout = layout;
  }

  void publish(ResultTable table) {
    file.publish(
        layout.header(ResultColumns.OF_ERRORS),
        csv -> table.forEachTrouble(row -> csv.accept(layout.line(row, ours(row)))));
  }

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
