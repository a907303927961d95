package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.roomline.campaign.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way in which a vendor is known to misbehave, at every call: what comes of it, when, and
 * how often the render was asked for. With {@code -Dmatrix} the table is printed.
 */
class FaultMatrixTest {
  private static final Path TABLE = Path.of("target", "fault-matrix.md");
  private static final List<Cell> CELLS = Stream.of(
          StatusFaults.rows(),
          WordFaults.rows(),
          BodyFaults.rows(),
          NumberFaults.rows(),
          WireFaults.rows())
      .flatMap(List::stream)
      .flatMap(row -> row.cells().stream())
      .toList();

  @TempDir
  static Path folder;

  private static Matrix matrix;

  @BeforeAll
  static void open() throws InterruptedException {
    matrix = new Matrix(folder);
  }

  @AfterAll
  static void write() throws IOException {
    var table = matrix.table(CELLS);
    matrix.close();
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, table);
    if (System.getProperty("matrix") != null) System.out.println(table);
  }

  @TestFactory
  List<DynamicTest> everyFaultAtEveryCallEndsAsTheBooksSayItMust() {
    var begun = CELLS.stream().map(matrix::begin).toList();
    var cells = Stream.iterate(0, n -> n < CELLS.size(), n -> n + 1)
        .map(n -> test(CELLS.get(n), begun.get(n)));
    var last = dynamicTest("no file holds the key", FaultMatrixTest::findNoKey);
    return Stream.concat(cells, Stream.of(last)).toList();
  }

  /** Every vendor has said it with every answer. */
  private static void findNoKey() throws IOException {
    matrix.close();
    assertThat(Canary.hits(folder)).isEmpty();
  }

  private static DynamicTest test(Cell cell, Future<Found> begun) {
    return dynamicTest(cell.toString(), () -> {
      var found = begun.get();
      assertThat(cell.expects(found.outcome())).as("%s: %s", cell, found).isTrue();
      assertThat(found.books()).as("%s, the books agree: %s", cell, found).isTrue();
      assertThat(cell.creates().holds(found.creates()))
          .as("%s, %s: %s", cell, cell.creates(), found)
          .isTrue();
      assertThat(cell.allows(found.tries(), found.outcome()))
          .as("%s: %s", cell, found)
          .isTrue();
      assertThat(found.bytes()).as("%s", cell).isLessThan(Cell.MOST_BYTES);
      assertThat(found.time()).as("%s", cell).isLessThan(cell.deadline());
    });
  }
}
