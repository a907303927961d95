package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RoomRow;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads a checked room list render by render. For one thread. */
public final class RowReader implements AutoCloseable {
  private final CsvFile file;
  private final RowParser parser;
  private final String digest;
  private final CsvScan scan;
  private final RepeatedRoomFilter repeatedRoomFilter;
  private final BitSet done;
  private final Deque<RoomRow> ready = new ArrayDeque<>();
  private long linesBeyondRows;
  private boolean atStart = true;
  private boolean atEnd;

  RowReader(CsvFile file, RowParser parser, String digest, BitSet done) {
    this.file = file;
    this.parser = parser;
    this.digest = digest;
    this.done = done;
    this.repeatedRoomFilter = new RepeatedRoomFilter(parser.header());
    this.scan = file.open();
  }

  /**
   * The next render, or the invalid line of a row; null at the end.
   *
   * @throws InvalidInputException if the file is no longer the one that was checked
   */
  public @Nullable RoomRow next() {
    if (ready.isEmpty() && !atEnd) readAhead();
    return ready.poll();
  }

  private void readAhead() {
    if (atStart) skipHeader();
    for (var row = scan.next(); row != null; row = scan.next()) {
      if (repeatedRoomFilter.has(row)) continue;
      var line = row.number() + linesBeyondRows;
      var lines = parser.lines(row);
      linesBeyondRows += lines - 1;
      if (isDone(line, lines)) continue;
      ready.addAll(parser.parse(row, line));
      return;
    }
    atEnd = true;
    if (!scan.digest().equals(digest)) {
      throw new InvalidInputException(file.name()
          + " changed during the run; run the same command again, no render is paid twice");
    }
  }

  private boolean isDone(long line, int lines) {
    var first = Math.toIntExact(line);
    // A search for the next line that is not done would get slower with each done line.
    for (var n = first; n < first + lines; n++) {
      if (!done.get(n)) return false;
    }
    return true;
  }

  private void skipHeader() {
    atStart = false;
    if (!scan.skipTo(parser.header())) throw changed();
  }

  private InvalidInputException changed() {
    return new InvalidInputException(file.name()
        + " changed during the run; run the same command again, no render is paid twice");
  }

  @Override
  public void close() {
    scan.close();
  }
}
