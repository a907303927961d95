package dev.roomline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.images.Photos;
import dev.roomline.room.Place;
import dev.roomline.room.Render;
import dev.roomline.room.RoomRow;
import dev.roomline.room.Series;
import dev.roomline.rows.HostileTexts;
import dev.roomline.rows.OurColumns;
import dev.roomline.rows.RoomsFile;
import dev.roomline.rows.RowSettings;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

  /** A table of rooms, its first row being the header, and what a vendor says of them. */
  record Told(char delimiter, boolean bom, List<List<String>> table, List<String> vendor) {
    Layout layout() {
      return new Layout(table.get(0), delimiter, bom);
    }

    List<List<String>> rooms() {
      return table.subList(1, table.size());
    }

    /** Two lines of each room, of which the vendor has something to say. */
    List<ResultRow> lines(List<List<String>> rooms) {
      var lines = new ArrayList<ResultRow>();
      Iterator<String> said = vendor.iterator();
      for (var room : rooms) {
        for (var variant = 1; variant <= 2; variant++) {
          var place =
              new Place(2 + lines.size() / 2, 2 + lines.size(), variant, style(said.next()));
          lines.add(line(place, room, said.next(), said.next()));
        }
      }
      return lines;
    }

    private static String style(String words) {
      return words.substring(0, Math.min(60, words.length()));
    }

    private static ResultRow line(Place place, List<String> cells, String error, String words) {
      var outputs = List.of("https://r2.example/1.png", "=https://r2.example/2.png");
      var render = new Render(outputs, List.of(), 7L, words, words, 1.5, words);
      return new ResultRow(
          place,
          cells,
          "room",
          words,
          null,
          Status.RENDERED,
          "bought",
          render,
          words,
          1,
          error,
          Instant.EPOCH,
          RowPictures.NONE);
    }
  }

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
        .map(ResultsCsv::guard)
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
    var tables = HostileTexts.tables()
        .map(table -> table.stream()
            .map(row -> row.stream().map(HostileResultsTest::utf8).toList())
            .toList());
    var vendor = HostileTexts.cells().map(HostileResultsTest::utf8).list().ofSize(40);
    return Combinators.combine(
            Arbitraries.of(',', ';', '\t', '|'), Arbitraries.of(true, false), tables, vendor)
        .as(Told::new);
  }

  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
