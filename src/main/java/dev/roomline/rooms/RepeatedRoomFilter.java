package dev.roomline.rooms;

/** Finds the repeated lines of a row when results are read as input. */
final class RepeatedRoomFilter {
  private final int column;
  private String last = "";

  RepeatedRoomFilter(Header header) {
    this.column = header.ourRow();
  }

  /** Whether the record before this one was of the same room. */
  boolean has(CsvRow row) {
    var room = column < 0 ? "" : row.get(column).strip();
    var again = !room.isEmpty() && room.equals(last);
    last = room;
    return again;
  }
}
