package dev.roomline.rooms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that differs per row: a prompt, or a part of one. */
interface RowText {

  /** The row's text; null, and a problem is added, if the row lacks a cell for it. */
  @Nullable
  String in(CsvRow row, List<String> problems);
}
