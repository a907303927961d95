package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.roomline.campaign.CanaryKey;
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
 * Every known misbehaviour of a provider, at every call: how the render ends, when, and
 * how often the render was asked for. With {@code -Dmatrix} the table is printed.
 */
class FaultMatrixTest {
  private static final Path TABLE = Path.of("target", "fault-matrix.md");
  private static final List<FaultCase> CELLS = Stream.of(
          StatusFaults.rows(),
          MessageFaults.rows(),
          BodyFaults.rows(),
          NumberFaults.rows(),
          TransportFaults.rows())
      .flatMap(List::stream)
      .flatMap(faultRow -> faultRow.cells().stream())
      .toList();

  @TempDir
  static Path folder;

  private static FaultMatrix faultMatrix;

  @BeforeAll
  static void open() throws InterruptedException {
    faultMatrix = new FaultMatrix(folder);
  }

  @AfterAll
  static void write() throws IOException {
    var table = faultMatrix.table(CELLS);
    faultMatrix.close();
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, table);
    if (System.getProperty("matrix") != null) System.out.println(table);
  }

  @TestFactory
  List<DynamicTest> everyFaultAtEveryCallEndsAsTheLedgerSaysItMust() {
    var begun = CELLS.stream().map(faultMatrix::begin).toList();
    var cells = Stream.iterate(0, n -> n < CELLS.size(), n -> n + 1)
        .map(n -> test(CELLS.get(n), begun.get(n)));
    var last = dynamicTest("no file holds the key", FaultMatrixTest::findNoKey);
    return Stream.concat(cells, Stream.of(last)).toList();
  }

  /** Every provider has repeated the key in every answer. */
  private static void findNoKey() throws IOException {
    faultMatrix.close();
    assertThat(CanaryKey.findIn(folder)).isEmpty();
  }

  private static DynamicTest test(FaultCase faultCase, Future<FaultResult> begun) {
    return dynamicTest(faultCase.toString(), () -> {
      var faultResult = begun.get();
      assertThat(faultCase.expects(faultResult.outcome()))
          .as("%s: %s", faultCase, faultResult)
          .isTrue();
      assertThat(faultResult.ledgerAgrees())
          .as("%s, the ledger agrees: %s", faultCase, faultResult)
          .isTrue();
      assertThat(faultCase.creates().holds(faultResult.creates()))
          .as("%s, %s: %s", faultCase, faultCase.creates(), faultResult)
          .isTrue();
      assertThat(faultCase.allows(faultResult.tries(), faultResult.outcome()))
          .as("%s: %s", faultCase, faultResult)
          .isTrue();
      assertThat(faultResult.bytes()).as("%s", faultCase).isLessThan(FaultCase.MOST_BYTES);
      assertThat(faultResult.time()).as("%s", faultCase).isLessThan(faultCase.deadline());
    });
  }
}
