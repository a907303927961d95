package dev.roomline.domain;

/**
 * Where a render stands in the results.
 *
 * @param row the spreadsheet's row: the header is row 1, blank lines count, a quoted newline does
 *     not
 * @param line the order of the results, each line's own: the row's number and as many more as
 *     earlier rows ask for beyond one line each; it rests on file and sheet alone, never on photos
 * @param variant counts the pictures of one room in one style, from 1
 * @param style the sheet's name for it; empty if there is none
 */
public record ResultPosition(long row, long line, int variant, String style) {

  /** The place of a row's only render, where no earlier row has more than one. */
  public static ResultPosition ofRow(long row) {
    return new ResultPosition(row, row, 1, "");
  }
}
