package dev.roomline.room;

import java.util.List;

/** One line of the rooms file: either a render to ask for, or the reason why it cannot be one. */
public sealed interface RoomRow {

  /** The spreadsheet's row: the header is row 1, blank lines count, a quoted newline does not. */
  long number();

  /** The input's cells as they stood, one per header column; cells too many are kept at the end. */
  List<String> cells();

  /** A row that can be rendered. */
  record Order(long number, List<String> cells, RenderRequest request) implements RoomRow {}

  /** A row that cannot; {@code problem} names the field and the remedy. */
  record Invalid(long number, List<String> cells, String problem) implements RoomRow {}
}
