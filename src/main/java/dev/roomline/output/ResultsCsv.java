package dev.roomline.output;

import dev.roomline.results.ResultRow;
import dev.roomline.rooms.ResultColumns;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code results.csv}: every line of the run, as it is shown. */
public final class ResultsCsv {
  public static final String NAME = "results.csv";

  static final AtomicCsvFile.Content CONTENT = new AtomicCsvFile.Content(
      NAME, ResultColumns.WRITTEN, (row, shown) -> shown, ResultsCsv::ours);

  private ResultsCsv() {}

  private static List<String> ours(ResultRow row) {
    var render = row.render();
    return List.of(
        Long.toString(row.position().row()),
        row.status().text(),
        row.paid().text(),
        AtomicCsvFile.guard(render == null ? "" : String.join(" ", render.outputs())),
        text(render == null ? null : render.seed()),
        AtomicCsvFile.guard(text(render == null ? null : render.modelId())),
        AtomicCsvFile.guard(text(row.requestId())),
        text(render == null ? null : render.generationTime()),
        Integer.toString(row.attempts()),
        AtomicCsvFile.guard(row.error()),
        AtomicCsvFile.guard(text(render == null ? null : render.meta())),
        text(row.at()),
        String.join(" ", row.shown()),
        row.pictures().widths(),
        row.pictures().heights(),
        row.pictures().fingerprints(),
        AtomicCsvFile.guard(String.join(" | ", row.pictures().checks())),
        Integer.toString(row.position().variant()),
        AtomicCsvFile.guard(row.position().style()),
        text(row.cost()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
