package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RoomRow;
import dev.roomline.domain.Variations;
import dev.roomline.images.PhotoSource;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.results.ResultsArbitrary;
import dev.roomline.rooms.ResultColumns;
import dev.roomline.rooms.RoomList;
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

/** Results with any texts can be read back as they were written, and as input. */
class HostileResultsTest {
  private static Path folder;
  private static StateLock lock;
  private static Database database;
  private static long run;

  @BeforeContainer
  static void open() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("results");
    lock = new StateFolder(folder.resolve("state")).lock(Duration.ZERO).orElseThrow();
    database = lock.open(2);
  }

  @AfterContainer
  static void close() throws IOException {
    database.close();
    lock.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadBackAsItStandsAndAsInput(
      @ForAll("tables") ResultsArbitrary resultsArbitrary) throws IOException {
    var lines = resultsArbitrary.lines(resultsArbitrary.rooms());
    var csv = publish(resultsArbitrary.layout(), lines);

    var written = records(csv, resultsArbitrary);
    assertThat(written).hasSize(1 + lines.size());
    assertThat(written.subList(1, written.size())).zipSatisfy(lines, HostileResultsTest::isTheLine);
    var roomList = RoomList.check(csv, settings(resultsArbitrary.delimiter()));
    assertThat(roomList.header()).isEqualTo(resultsArbitrary.layout().columns());
    var read = cells(roomList);
    assertThat(read).isEqualTo(resultsArbitrary.rooms());

    var before = Files.readAllBytes(csv);
    assertThat(publish(resultsArbitrary.layout(), resultsArbitrary.lines(read)))
        .hasBinaryContent(before);
  }

  private static void isTheLine(CSVRecord written, ResultRow line) {
    var width = line.cells().size();
    var ours = written.toList().subList(width, written.size());
    assertThat(written.toList().subList(0, width)).isEqualTo(line.cells());
    assertThat(ours)
        .hasSameSizeAs(ResultColumns.WRITTEN)
        .noneMatch(it -> it.matches("(?s)[=+@\\t\\r-].*"));
    assertThat(ours.get(0)).isEqualTo(Long.toString(line.position().row()));
    assertThat(ours).containsAll(said(line));
  }

  private static List<String> said(ResultRow line) {
    return Stream.of(line.error(), line.position().style(), String.valueOf(line.requestId()))
        .map(AtomicCsvFile::guard)
        .toList();
  }

  private static Path publish(CsvLayout layout, List<ResultRow> lines) throws IOException {
    var table = new ResultTable(database.source(), ++run);
    table.write(lines);
    try (var csv = new AtomicCsvFile(folder, layout, ResultsCsv.CONTENT)) {
      for (var line : written(table)) csv.add(line, line);
      csv.prepare();
      csv.commit();
    }
    return folder.resolve(ResultsCsv.NAME);
  }

  private static List<ResultRow> written(ResultTable table) {
    var lines = new ArrayList<ResultRow>();
    table.forEach(lines::add);
    return lines;
  }

  private static List<CSVRecord> records(Path csv, ResultsArbitrary resultsArbitrary)
      throws IOException {
    var text = Files.readString(csv).substring(resultsArbitrary.bom() ? 1 : 0);
    var format =
        CSVFormat.RFC4180.builder().setDelimiter(resultsArbitrary.delimiter()).get();
    return format.parse(new StringReader(text)).getRecords();
  }

  private static List<List<String>> cells(RoomList roomList) {
    var cells = new ArrayList<List<String>>();
    try (var reader = roomList.open()) {
      for (RoomRow row = reader.next(); row != null; row = reader.next()) cells.add(row.cells());
    }
    return cells;
  }

  private static RowSettings settings(char delimiter) {
    return new RowSettings(
        Map.of(), Map.of(), PhotoSource.none(), null, delimiter, true, Variations.PLAIN);
  }

  @Provide
  Arbitrary<ResultsArbitrary> tables() {
    return ResultsArbitrary.any();
  }
}
