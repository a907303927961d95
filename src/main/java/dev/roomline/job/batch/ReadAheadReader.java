package dev.roomline.job.batch;

import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RoomRow;
import dev.roomline.render.Renderer;
import dev.roomline.results.RowMeaning;
import dev.roomline.rooms.RoomList;
import dev.roomline.rooms.RowReader;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads ahead of the chunk so that the endpoint always has work, and hands rows on in list order.
 *
 * <p>A chunk waits for its slowest row; meanwhile the rows read ahead are rendered. A continued run
 * begins after the lines that have results, never at a saved position.
 */
public final class ReadAheadReader implements ItemStreamReader<PendingRow> {
  /** So many rows may wait behind a slow one, whatever the window is. */
  static final int MOST_LINES = 16_384;

  static final int MOST_CHARACTERS = 16 << 20;

  private final RoomList roomList;
  private final Renderer renderer;
  private final ProgressCounter progress;
  private final Extent extent;
  private final Deque<PendingRow> inside = new ArrayDeque<>();
  private @Nullable RowReader rows;
  private boolean exhausted;
  private long characters;

  /**
   * How far to read.
   *
   * @param width lines that should wait to be sent
   * @param done lines to pass over
   * @param cutShort true as soon as no further row should be read
   */
  record Extent(int width, BitSet done, BooleanSupplier cutShort) {}

  /**
   * @param renderer begins each row's render as it is read
   * @param progress counts each line as it ends
   */
  ReadAheadReader(RoomList roomList, Renderer renderer, ProgressCounter progress, Extent extent) {
    this.roomList = roomList;
    this.renderer = renderer;
    this.progress = progress;
    this.extent = extent;
  }

  @Override
  public void open(ExecutionContext unused) {
    rows = roomList.open(extent.done());
  }

  @Override
  public @Nullable PendingRow read() {
    readAhead();
    var oldest = inside.poll();
    if (oldest != null) characters -= weight(oldest.row());
    return oldest;
  }

  /** Begins further rows, as many as may wait to be sent; call it while a row is waited for. */
  void readAhead() {
    while (wantsMore()) {
      var row = nextRow();
      exhausted = row == null;
      if (row == null) return;
      characters += weight(row);
      inside.add(begin(row));
    }
  }

  /** Whether no row that was begun still waits to be sent. */
  boolean allSent() {
    return renderer.waiting() == 0;
  }

  private PendingRow begin(RoomRow row) {
    if (row instanceof RoomRow.Invalid invalid) {
      progress.count(ResultStatus.INVALID);
      progress.spare(invalid.lines() - 1);
      return new PendingRow.Invalid(invalid);
    }
    var order = (RoomRow.Order) row;
    var render = renderer.begin(order);
    render.whenSettled(result -> progress.count(RowMeaning.of(result).status()));
    return new PendingRow.Begun(order, render);
  }

  private boolean wantsMore() {
    if (exhausted || extent.cutShort().getAsBoolean()) return false;
    if (inside.isEmpty()) return true;
    return renderer.waiting() < extent.width()
        && inside.size() < MOST_LINES
        && characters < MOST_CHARACTERS;
  }

  private @Nullable RoomRow nextRow() {
    var reader = Objects.requireNonNull(rows, "not opened");
    for (var row = reader.next(); row != null; row = reader.next()) {
      var open = open(row);
      if (open != null) return open;
    }
    return null;
  }

  /** The part of the row that has no final result yet; null if there is none. */
  private @Nullable RoomRow open(RoomRow row) {
    var done = extent.done();
    var first = Math.toIntExact(row.position().line());
    if (row instanceof RoomRow.Order) return done.get(first) ? null : row;
    // Its photo may have been removed after some lines were rendered: those stay.
    var invalid = (RoomRow.Invalid) row;
    var beyond = first + invalid.lines();
    var open = done.nextClearBit(first);
    if (open >= beyond) return null;
    var position = new ResultPosition(row.number(), open, 1, "");
    var lines = invalid.lines() - done.get(first, beyond).cardinality();
    return new RoomRow.Invalid(position, lines, row.cells(), invalid.problem());
  }

  /** Whether it read the whole list, or did not open it because all was done. */
  public boolean leftNothing() {
    return rows == null || exhausted;
  }

  /** Lines that had their results before it began. */
  public int passedOver() {
    return extent.done().cardinality();
  }

  private static long weight(RoomRow row) {
    var weight = 0L;
    for (var cell : row.cells()) weight += cell.length();
    return weight;
  }

  @Override
  public void close() {
    if (rows != null) rows.close();
  }
}
