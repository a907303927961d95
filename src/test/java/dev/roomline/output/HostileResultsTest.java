package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RoomRow;
import dev.roomline.domain.Series;
import dev.roomline.images.Photos;
import dev.roomline.results.Layout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.results.Told;
import dev.roomline.rooms.OurColumns;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.rooms.RowSettings;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.util.FileSystemUtils;

/** Whatever rooms and vendors say, results are read back as they were written, and as input. */
class HostileResultsTest {
  private static Path folder;
  private static StateLock lock;
  private static Database books;
  private static long run;

  @BeforeContainer
  static void open() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("results");
    lock = new StateFolder(folder.resolve("state")).lock(Duration.ZERO).orElseThrow();
    books = lock.open(2);
  }

  @AfterContainer
  static void close() throws IOException {
    books.close();
    lock.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadBackAsItStandsAndAsInput(@ForAll("tables") Told told) throws IOException {
    var lines = told.lines(told.rooms());
    var csv = publish(told.layout(), lines);

    var written = records(csv, told);
    assertThat(written).hasSize(1 + lines.size());
    assertThat(written.subList(1, written.size())).zipSatisfy(lines, HostileResultsTest::isTheLine);
    var rooms = RoomsFile.check(csv, settings(told.delimiter()));
    assertThat(rooms.header()).isEqualTo(told.layout().columns());
    var read = cells(rooms);
    assertThat(read).isEqualTo(told.rooms());

    var before = Files.readAllBytes(csv);
    assertThat(publish(told.layout(), told.lines(read))).hasBinaryContent(before);
  }

  private static void isTheLine(CSVRecord written, ResultRow line) {
    var width = line.cells().size();
    var ours = written.toList().subList(width, written.size());
    assertThat(written.toList().subList(0, width)).isEqualTo(line.cells());
    assertThat(ours)
        .hasSameSizeAs(OurColumns.WRITTEN)
        .noneMatch(it -> it.matches("(?s)[=+@\\t\\r-].*"));
    assertThat(ours.get(0)).isEqualTo(Long.toString(line.place().row()));
    assertThat(ours).containsAll(said(line));
  }

  private static List<String> said(ResultRow line) {
    return Stream.of(line.error(), line.place().style(), String.valueOf(line.requestId()))
        .map(TableFile::guard)
        .toList();
  }

  private static Path publish(Layout layout, List<ResultRow> lines) throws IOException {
    var table = new ResultTable(books.source(), ++run);
    table.write(lines);
    new ResultsCsv(folder, layout).publish(table);
    return folder.resolve(ResultsCsv.NAME);
  }

  private static List<CSVRecord> records(Path csv, Told told) throws IOException {
    var text = Files.readString(csv).substring(told.bom() ? 1 : 0);
    var format = CSVFormat.RFC4180.builder().setDelimiter(told.delimiter()).get();
    return format.parse(new StringReader(text)).getRecords();
  }

  private static List<List<String>> cells(RoomsFile rooms) {
    var cells = new ArrayList<List<String>>();
    try (var reader = rooms.open()) {
      for (RoomRow row = reader.next(); row != null; row = reader.next()) cells.add(row.cells());
    }
    return cells;
  }

  private static RowSettings settings(char delimiter) {
    return new RowSettings(Map.of(), Map.of(), Photos.none(), null, delimiter, true, Series.PLAIN);
  }

  @Provide
  Arbitrary<Told> tables() {
    return Told.any();
  }
}
