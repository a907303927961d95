package dev.roomline.domain;

import java.util.List;

/** One future line of results: a render to request, or a row that is invalid. */
public sealed interface RoomRow {

  /** Where it stands in the results. */
  ResultPosition position();

  /** The input's cells as they stood, one per header column; cells too many are kept at the end. */
  List<String> cells();

  /** The spreadsheet's row. */
  default long number() {
    return position().row();
  }

  /** A render of a row. */
  record Order(ResultPosition position, List<String> cells, RenderRequest request)
      implements RoomRow {}

  /**
   * A row that cannot be rendered; {@code problem} names the field and the remedy.
   *
   * @param lines how many lines the row would have if it were valid; this one stands for all
   */
  record Invalid(ResultPosition position, int lines, List<String> cells, String problem)
      implements RoomRow {}
}
