package dev.roomline.job;

import dev.roomline.room.StorageFailure;
import dev.roomline.rows.OurColumns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * {@code results.csv}: printed from the table to a temporary file, synced, and renamed, so that
 * nobody ever sees half of one.
 */
final class ResultsCsv {
  static final String NAME = "results.csv";

  private static final String FORMULA = "=+-@\t\r";

  private final Path file;
  private final Layout layout;

  ResultsCsv(Path folder, Layout layout) {
    this.file = folder.resolve(NAME);
    this.layout = layout;
  }

  void publish(ResultTable table) {
    try {
      replace(table);
    } catch (IOException e) {
      throw new StorageFailure(file, e);
    }
  }

  private void replace(ResultTable table) throws IOException {
    Files.createDirectories(file.getParent());
    var fresh = file.resolveSibling("results.csv.new");
    try (var channel = FileChannel.open(
        fresh,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      print(channel, table);
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void print(FileChannel channel, ResultTable table) throws IOException {
    var format = CSVFormat.RFC4180
        .builder()
        .setDelimiter(layout.delimiter())
        .setRecordSeparator('\n')
        .get();
    var out = new BufferedWriter(
        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
    if (layout.bom()) out.write('\uFEFF');
    var csv = new CSVPrinter(out, format);
    csv.printRecord(header());
    table.forEach(row -> printRow(csv, row));
    csv.flush();
  }

  private List<String> header() {
    var header = new ArrayList<String>();
    layout.columns().forEach(name -> header.add(OurColumns.written(name)));
    header.addAll(OurColumns.WRITTEN);
    return header;
  }

  private void printRow(CSVPrinter csv, ResultRow row) {
    var line = new ArrayList<>(row.cells());
    // A row with too few or too many cells must not shift ours.
    while (line.size() < layout.columns().size()) line.add("");
    while (line.size() > layout.columns().size()) line.remove(line.size() - 1);
    line.addAll(ours(row));
    try {
      csv.printRecord(line);
    } catch (IOException e) {
      throw new StorageFailure(file, e);
    }
  }

  private static List<String> ours(ResultRow row) {
    var render = row.render();
    return List.of(
        Long.toString(row.place().row()),
        row.status().text(),
        row.paid(),
        guard(render == null ? "" : String.join(" ", render.outputs())),
        text(render == null ? null : render.seed()),
        guard(text(render == null ? null : render.modelId())),
        guard(text(row.requestId())),
        text(render == null ? null : render.generationTime()),
        Integer.toString(row.attempts()),
        guard(row.error()),
        guard(text(render == null ? null : render.meta())),
        text(row.at()),
        String.join(" ", row.shown()),
        row.pictures().widths(),
        row.pictures().heights(),
        row.pictures().fingerprints(),
        guard(String.join(" | ", row.pictures().checks())),
        Integer.toString(row.place().variant()),
        guard(row.place().style()),
        text(row.cost()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  /** What a spreadsheet would take for a formula begins with an apostrophe instead. */
  static String guard(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
