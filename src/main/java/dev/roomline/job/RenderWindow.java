package dev.roomline.job;

import dev.roomline.room.RoomRow;
import dev.roomline.rows.RoomsFile;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads ahead of the chunk so that the endpoint always has work, and hands lines on in file order.
 *
 * <p>A chunk waits for its slowest line; the window's lines are on their way meanwhile. Where a
 * continued run begins is known from the lines that have results, never from a saved position.
 */
final class RenderWindow implements ItemStreamReader<PendingRow> {
  /** So many lines may pile up behind a stuck one, however many still wait to be sent. */
  static final int MOST_LINES = 16_384;

  static final int MOST_CHARACTERS = 16 << 20;

  private final RoomsFile file;
  private final RenderProcessor processor;
  private final Extent extent;
  private final Deque<PendingRow> inside = new ArrayDeque<>();
  private @Nullable RowsAhead ahead;
  private boolean exhausted;
  private long characters;

  /**
   * How far to read.
   *
   * @param width lines that should wait to be sent
   * @param waiting lines that wait to be sent now
   * @param done lines to pass over
   * @param cutShort true once no further row should be read
   */
  record Extent(int width, IntSupplier waiting, BitSet done, BooleanSupplier cutShort) {}

  RenderWindow(RoomsFile file, RenderProcessor processor, Extent extent) {
    this.file = file;
    this.processor = processor;
    this.extent = extent;
    processor.meanwhile(() -> fill(rows -> true));
  }

  @Override
  public void open(ExecutionContext unused) {
    var done = extent.done();
    ahead = new RowsAhead(file.open(done), done, processor::seek);
  }

  @Override
  public @Nullable PendingRow read() {
    fill(RowsAhead::ready);
    var oldest = inside.poll();
    if (oldest != null) characters -= weight(oldest.row());
    return oldest;
  }

  /**
   * Begins what the window has room for.
   *
   * @param now whether to go on with the next row, for which one may have to wait
   */
  private void fill(Predicate<RowsAhead> now) {
    var rows = Objects.requireNonNull(ahead, "not opened");
    while (wantsMore() && (inside.isEmpty() || now.test(rows))) {
      var row = rows.next();
      exhausted = row == null;
      if (row == null) return;
      var begun = processor.begin(row);
      characters += weight(begun.row());
      inside.add(begun);
    }
  }

  private boolean wantsMore() {
    if (exhausted || extent.cutShort().getAsBoolean()) return false;
    if (inside.isEmpty()) return true;
    return extent.waiting().getAsInt() < extent.width()
        && inside.size() < MOST_LINES
        && characters < MOST_CHARACTERS;
  }

  /** Whether it came to the end of the file, or never had to open it because all was done. */
  boolean leftNothing() {
    return ahead == null || exhausted;
  }

  static long weight(RoomRow row) {
    var weight = 0L;
    for (var cell : row.cells()) weight += cell.length();
    return weight;
  }

  @Override
  public void close() {
    if (ahead != null) ahead.close();
  }
}
