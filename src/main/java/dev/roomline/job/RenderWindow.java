package dev.roomline.job;

import dev.roomline.room.RoomRow;
import dev.roomline.rows.RoomsFile;
import dev.roomline.rows.RowReader;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads ahead of the chunk so that the endpoint always has work, and hands rows on in file order.
 *
 * <p>A chunk waits for its slowest row; the window's rows are on their way meanwhile. Where a
 * continued run begins is known from the rows that have results, never from a saved position.
 */
final class RenderWindow implements ItemStreamReader<PendingRow> {
  private final RoomsFile file;
  private final RenderProcessor processor;
  private final Extent extent;
  private final Deque<PendingRow> inside = new ArrayDeque<>();
  private @Nullable RowReader rows;

  /**
   * How far to read.
   *
   * @param width rows to begin ahead
   * @param done rows to pass over
   * @param cutShort true once no further row should be read
   */
  record Extent(int width, BitSet done, BooleanSupplier cutShort) {}

  RenderWindow(RoomsFile file, RenderProcessor processor, Extent extent) {
    this.file = file;
    this.processor = processor;
    this.extent = extent;
  }

  @Override
  public void open(ExecutionContext unused) {
    rows = file.open();
  }

  @Override
  public @Nullable PendingRow read() {
    while (inside.size() < extent.width() && !extent.cutShort().getAsBoolean()) {
      var row = nextRow();
      if (row == null) break;
      inside.add(processor.begin(row));
    }
    return inside.poll();
  }

  private @Nullable RoomRow nextRow() {
    var reader = Objects.requireNonNull(rows, "not opened");
    var row = reader.next();
    while (row != null && extent.done().get((int) row.number())) row = reader.next();
    return row;
  }

  @Override
  public void close() {
    if (rows != null) rows.close();
  }
}
