package dev.roomline.job;

import dev.roomline.render.Sought;
import dev.roomline.room.Place;
import dev.roomline.room.RoomRow;
import dev.roomline.rows.RowReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of rows ahead, in a thread of its own, and looks all of them up in the books at
 * once. Nothing begins here.
 */
final class RowsAhead implements AutoCloseable {
  private static final int MOST_ROWS = 100;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final RowReader rows;
  private final BitSet done;
  private final Function<List<RoomRow.Order>, List<Sought>> books;
  private final ExecutorService reader = Executors.newSingleThreadExecutor(RowsAhead::thread);
  private Deque<Upcoming> page = new ArrayDeque<>();
  private CompletableFuture<Deque<Upcoming>> next;

  /**
   * @param done lines to pass over
   * @param books look rows up, and answer in their order
   */
  RowsAhead(RowReader rows, BitSet done, Function<List<RoomRow.Order>, List<Sought>> books) {
    this.rows = rows;
    this.done = done;
    this.books = books;
    this.next = readOn();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "rows");
    thread.setDaemon(true);
    return thread;
  }

  /** Whether {@link #next} need not wait. */
  boolean ready() {
    return !page.isEmpty() || next.isDone();
  }

  /** The next row with anything to be done; null at the end. */
  @Nullable
  Upcoming next() {
    if (page.isEmpty()) {
      page = Beside.await(next);
      if (!page.isEmpty()) next = readOn();
    }
    return page.poll();
  }

  private CompletableFuture<Deque<Upcoming>> readOn() {
    return CompletableFuture.supplyAsync(this::read, reader);
  }

  private Deque<Upcoming> read() {
    var read = new ArrayList<RoomRow>(MOST_ROWS);
    var characters = 0L;
    while (read.size() < MOST_ROWS && characters < MOST_CHARACTERS) {
      var row = rows.next();
      if (row == null) break;
      var open = open(row);
      if (open == null) continue;
      read.add(open);
      characters += RenderWindow.weight(open);
    }
    return soughtOut(read);
  }

  private Deque<Upcoming> soughtOut(List<RoomRow> read) {
    var orders = read.stream()
        .filter(RoomRow.Order.class::isInstance)
        .map(RoomRow.Order.class::cast)
        .toList();
    var sought = books.apply(orders).iterator();
    var upcoming = new ArrayDeque<Upcoming>();
    for (var row : read)
      upcoming.add(
          row instanceof RoomRow.Invalid invalid
              ? new Upcoming.Invalid(invalid)
              : new Upcoming.Order(sought.next()));
    return upcoming;
  }

  /** What is still to be done of it; null if nothing is. */
  private @Nullable RoomRow open(RoomRow row) {
    var first = Math.toIntExact(row.place().line());
    if (row instanceof RoomRow.Order) return done.get(first) ? null : row;
    // Its photo may have vanished after some of its lines were rendered: those stay.
    var invalid = (RoomRow.Invalid) row;
    var beyond = first + invalid.lines();
    var open = done.nextClearBit(first);
    if (open >= beyond) return null;
    var place = new Place(row.number(), open, 1, "");
    var lines = invalid.lines() - done.get(first, beyond).cardinality();
    return new RoomRow.Invalid(place, lines, row.cells(), invalid.problem());
  }

  @Override
  public void close() {
    next.handle((read, failed) -> null).join(); // it needs file and books
    reader.shutdown();
    rows.close();
  }
}
