package dev.roomline.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RoomRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** Any room list is read as it stands, or refused with its line. */
class HostileRoomListTest {
  private static final int LONGEST_ROW = 1 << 20;

  private static Path folder;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("rooms");
  }

  @AfterContainer
  static void close() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Property(tries = 500)
  void everyTableIsReadBackCellForCell(
      @ForAll("dialects") CsvDialect csvDialect, @ForAll("tables") List<List<String>> table)
      throws IOException {
    var cells = csvDialect.writable(table);

    var roomList = RoomListFixture.in(folder)
        .declared(csvDialect.declared(), csvDialect.declaredDelimiter())
        .check(csvDialect.write(cells));

    assertThat(roomList.header()).isEqualTo(cells.get(0));
    assertThat(RoomListFixture.rows(roomList)).extracting(RoomRow::cells).isEqualTo(rows(cells));
  }

  @Property(tries = 1_000)
  void anyBytesAreRowsOrRefusedByFileAndLine(@ForAll("bytes") byte[] bytes) throws IOException {
    try {
      RoomListFixture.rows(RoomListFixture.in(folder).check(bytes));
    } catch (InvalidInputException e) {
      assertThat(e).message().containsPattern("^rooms\\.csv, (line|row) [1-9][0-9]*: \\S");
    }
  }

  @Property(tries = 50)
  void aRowWithoutAnEndIsRefusedBeforeItFillsTheMemory(@ForAll("endless") String piece) {
    var parser = new CsvLimitsReader(HostileTexts.endless(piece), ',', "rooms.csv");
    var buffer = new char[1_000];

    assertThatThrownBy(() -> {
          for (var read = 0; read <= LONGEST_ROW; read += buffer.length) parser.read(buffer);
        })
        .isInstanceOf(InvalidInputException.class);
  }

  @Provide
  Arbitrary<CsvDialect> dialects() {
    return CsvDialect.any();
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return HostileTexts.tables();
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return HostileTexts.bytes();
  }

  /** One endless line, or many lines in a quote that is never closed. */
  @Provide
  Arbitrary<String> endless() {
    return HostileTexts.cells().map(cell -> "a" + cell.replaceAll("[\r\n]", "") + "\uFEFF");
  }

  private static List<List<String>> rows(List<List<String>> table) {
    return table.subList(1, table.size());
  }
}
