package dev.roomline.output;

import dev.roomline.domain.StorageException;
import dev.roomline.results.CsvLayout;
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
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV as the rooms file is written: printed to a temporary file, synced, and renamed, so that
 * nobody ever sees half of one.
 */
record AtomicCsvFile(Path file, CsvLayout layout) {
  private static final String FORMULA = "=+-@\t\r";

  /**
   * Replaces the file.
   *
   * @param lines hands over all lines, in order
   * @throws StorageException if it cannot be written
   */
  void publish(List<String> header, Consumer<Consumer<List<String>>> lines) {
    try {
      replace(header, lines);
    } catch (IOException e) {
      throw new StorageException(file, e);
    }
  }

  private void replace(List<String> header, Consumer<Consumer<List<String>>> lines)
      throws IOException {
    Files.createDirectories(file.getParent());
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var channel = FileChannel.open(
        fresh,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      print(channel, header, lines);
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void print(
      FileChannel channel, List<String> header, Consumer<Consumer<List<String>>> lines)
      throws IOException {
    var format = CSVFormat.RFC4180
        .builder()
        .setDelimiter(layout.delimiter())
        .setRecordSeparator('\n')
        .get();
    var out = new BufferedWriter(
        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
    if (layout.bom()) out.write('\uFEFF');
    var csv = new CSVPrinter(out, format);
    csv.printRecord(header);
    lines.accept(line -> print(csv, line));
    csv.flush();
  }

  private void print(CSVPrinter csv, List<String> line) {
    try {
      csv.printRecord(line);
    } catch (IOException e) {
      throw new StorageException(file, e);
    }
  }

  /** What a spreadsheet would take for a formula begins with an apostrophe instead. */
  static String guard(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
