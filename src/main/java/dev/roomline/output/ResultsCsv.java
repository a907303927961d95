package dev.roomline.output;

import dev.roomline.results.Layout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.OurColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code results.csv}: every line of the run, printed from the table. */
public final class ResultsCsv {
  public static final String NAME = "results.csv";

  private final TableFile file;
  private final Layout layout;

  ResultsCsv(Path folder, Layout layout) {
    this.file = new TableFile(folder.resolve(NAME), layout);
    this.layout = layout;
  }

  void publish(ResultTable table) {
    file.publish(
        layout.header(OurColumns.WRITTEN),
        csv -> table.forEach(row -> csv.accept(layout.line(row, ours(row)))));
  }

  private static List<String> ours(ResultRow row) {
    var render = row.render();
    return List.of(
        Long.toString(row.place().row()),
        row.status().text(),
        row.paid(),
        TableFile.guard(render == null ? "" : String.join(" ", render.outputs())),
        text(render == null ? null : render.seed()),
        TableFile.guard(text(render == null ? null : render.modelId())),
        TableFile.guard(text(row.requestId())),
        text(render == null ? null : render.generationTime()),
        Integer.toString(row.attempts()),
        TableFile.guard(row.error()),
        TableFile.guard(text(render == null ? null : render.meta())),
        text(row.at()),
        String.join(" ", row.shown()),
        row.pictures().widths(),
        row.pictures().heights(),
        row.pictures().fingerprints(),
        TableFile.guard(String.join(" | ", row.pictures().checks())),
        Integer.toString(row.place().variant()),
        TableFile.guard(row.place().style()),
        text(row.cost()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
