package dev.roomline.rows;

import dev.roomline.room.BadInput;
import dev.roomline.room.RoomRow;
import org.jspecify.annotations.Nullable;

/** Hands a checked rooms file on, row by row. For one thread. */
public final class RowReader implements AutoCloseable {
  private final CsvFile file;
  private final RowRules rules;
  private final String digest;
  private final Pass pass;
  private boolean atStart = true;
  private boolean atEnd;

  RowReader(CsvFile file, RowRules rules, String digest) {
    this.file = file;
    this.rules = rules;
    this.digest = digest;
    this.pass = file.open();
  }

  /**
   * The next row with data, or null at the end.
   *
   * @throws BadInput if the file is no longer the one that was checked
   */
  public @Nullable RoomRow next() {
    if (atEnd) return null;
    if (atStart) skipHeader();
    var row = pass.next();
    if (row != null) return rules.judge(row);
    atEnd = true;
    if (!pass.digest().equals(digest)) {
      throw new BadInput(
          file.name() + " changed during the run; run again, nothing is bought twice");
    }
    return null;
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
