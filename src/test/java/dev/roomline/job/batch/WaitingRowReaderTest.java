package dev.roomline.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Payment;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.results.RowPictures;
import dev.roomline.state.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingRowReaderTest {
  private static final int PAGE_AND_MORE = 2_300;
  private static final int CHUNK = 50;

  @TempDir
  Path folder;

  @Test
  void readsEveryWaitingRowOnceThoughTheWriterTakesThemOutOfThePages() throws Exception {
    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      var results = new ResultTable(database.source(), 1);
      results.write(IntStream.rangeClosed(1, PAGE_AND_MORE)
          .mapToObj(
              line -> row(line, line % 10 == 0 ? ResultStatus.RENDERED : ResultStatus.RENDERING))
          .toList());
      var reader = new WaitingRowReader(results);
      var read = new ArrayList<Long>();
      var chunk = new ArrayList<ResultRow>();
      for (var row = reader.read(); row != null; row = reader.read()) {
        read.add(row.position().line());
        chunk.add(row(row.position().line(), ResultStatus.RENDERED));
        if (chunk.size() < CHUNK) continue;
        results.write(chunk);
        chunk.clear();
      }
      results.write(chunk);

      assertThat(read)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, PAGE_AND_MORE)
              .filter(line -> line % 10 != 0)
              .boxed()
              .toList());
      assertThat(results.totals().byStatus()).containsOnlyKeys(ResultStatus.RENDERED);
    }
  }

  private static ResultRow row(long line, ResultStatus status) {
    return new ResultRow(
        new ResultPosition(line, line, 1, ""),
        List.of("a cell"),
        "name",
        "prompt",
        new RenderKey("key " + line),
        status,
        Payment.BOUGHT,
        null,
        null,
        1,
        "",
        null,
        null,
        RowPictures.NONE,
        null);
  }
}
