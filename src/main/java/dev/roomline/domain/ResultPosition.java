package dev.roomline.domain;

/**
 * Where a render stands in the results.
 *
 * @param row the spreadsheet's row: the header is row 1, blank lines count, a quoted newline does
 *     not
 * @param line the order of the results, each line's own: the row's number, plus one for each further line of an earlier row;
 *     it depends on room list and job file alone, never on photos
 * @param variant counts the pictures of one room in one style, from 1
 * @param style its name in the job file; empty if there is none
 */
public record ResultPosition(long row, long line, int variant, String style) {

  /** The place of a row's only render, where no earlier row has more than one. */
  public static ResultPosition ofRow(long row) {
    return new ResultPosition(row, row, 1, "");
  }
}
