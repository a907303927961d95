package dev.roomline.output;

import dev.roomline.domain.AtomicFile;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A CSV in the output folder, written as the room list is. */
final class AtomicCsvFile implements Output {
  private static final String FORMULA = "=+-@\t\r";

  private final CsvLayout layout;
  private final Content content;
  private final AtomicFile file;
  private final CSVPrinter csv;

  /**
   * What one of them holds.
   *
   * @param columns ours, which follow the input's own
   * @param lines which lines it holds
   * @param cells a line's cells in our columns
   */
  record Content(
      String name, List<String> columns, Lines lines, Function<ResultRow, List<String>> cells) {}

  /** Chooses what is written of a line: as it is, as it is shown, or null for nothing. */
  interface Lines {
    @Nullable
    ResultRow of(ResultRow row, ResultRow shown);
  }

  /** Begins one with its header. */
  AtomicCsvFile(Path folder, CsvLayout layout, Content content) throws IOException {
    this.layout = layout;
    this.content = content;
    Files.createDirectories(folder);
    this.file = AtomicFile.create(folder.resolve(content.name()));
    try {
      this.csv = printer();
      csv.printRecord(layout.header(content.columns()));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public void add(ResultRow row, ResultRow shown) throws IOException {
    var line = content.lines().of(row, shown);
    if (line != null) csv.printRecord(layout.line(line, content.cells().apply(line)));
  }

  @Override
  public void prepare() throws IOException {
    csv.flush();
    file.sync();
  }

  @Override
  public void commit() throws IOException {
    file.commit();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private CSVPrinter printer() throws IOException {
    var format = CSVFormat.RFC4180
        .builder()
        .setDelimiter(layout.delimiter())
        .setRecordSeparator('\n')
        .get();
    var out = new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8));
    if (layout.bom()) out.write('\uFEFF');
    return new CSVPrinter(out, format);
  }

  /** What a spreadsheet would take for a formula begins with an apostrophe instead. */
  static String guard(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
