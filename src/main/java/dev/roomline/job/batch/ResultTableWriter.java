package dev.roomline.job.batch;

import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes a chunk of rows into the results table, in the chunk's transaction. */
record ResultTableWriter(ResultTable results) implements ItemWriter<ResultRow> {

  @Override
  public void write(Chunk<? extends ResultRow> chunk) {
    results.write(chunk.getItems());
  }
}
