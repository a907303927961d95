package dev.roomline.job.batch;

import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads the rows whose render was accepted and not yet delivered, page by page.
 *
 * <p>It pages by line number, because the writer takes rows out of what is paged over.
 */
final class WaitingRowReader implements ItemReader<ResultRow> {
  private final ResultTable results;
  private final Deque<ResultRow> page = new ArrayDeque<>();
  private long last;

  WaitingRowReader(ResultTable results) {
    this.results = results;
  }

  @Override
  public @Nullable ResultRow read() {
    if (page.isEmpty()) page.addAll(results.waitingAfter(last));
    var row = page.poll();
    if (row != null) last = row.position().line();
    return row;
  }
}
