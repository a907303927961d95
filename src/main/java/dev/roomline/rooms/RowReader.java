package dev.roomline.rooms;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.RoomRow;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Hands a checked rooms file on, render by render. For one thread. */
public final class RowReader implements AutoCloseable {
  private final CsvFile file;
  private final RowRules rules;
  private final String digest;
  private final Pass pass;
  private final Repeats repeats;
  private final BitSet done;
  private final Deque<RoomRow> ready = new ArrayDeque<>();
  private long linesBeyondRows;
  private boolean atStart = true;
  private boolean atEnd;

  RowReader(CsvFile file, RowRules rules, String digest, BitSet done) {
    this.file = file;
    this.rules = rules;
    this.digest = digest;
    this.done = done;
    this.repeats = new Repeats(rules.header());
    this.pass = file.open();
  }

  /**
   * The next render of a row with data, or why the row has none; null at the end.
   *
   * @throws BadInput if the file is no longer the one that was checked
   */
  public @Nullable RoomRow next() {
    if (ready.isEmpty() && !atEnd) readOn();
    return ready.poll();
  }

  private void readOn() {
    if (atStart) skipHeader();
    for (var row = pass.next(); row != null; row = pass.next()) {
      if (repeats.has(row)) continue;
      var line = row.getRecordNumber() + linesBeyondRows;
      var lines = rules.lines(row);
      linesBeyondRows += lines - 1;
      if (isDone(line, lines)) continue;
      ready.addAll(rules.judge(row, line));
      return;
    }
    atEnd = true;
    if (!pass.digest().equals(digest)) {
      throw new BadInput(
          file.name() + " changed during the run; run again, nothing is bought twice");
    }
  }

  private boolean isDone(long line, int lines) {
    var first = Math.toIntExact(line);
    // Looking for the next one that is not done would take longer the more are.
    for (var n = first; n < first + lines; n++) {
      if (!done.get(n)) return false;
    }
    return true;
  }

  private void skipHeader() {
    atStart = false;
    var header = pass.next();
    if (header == null || !rules.header().isSameAs(header)) throw changed();
  }

  private BadInput changed() {
    return new BadInput(
        file.name() + " changed during the run; run again, nothing is bought twice");
  }

  @Override
  public void close() {
    pass.close();
  }
}
