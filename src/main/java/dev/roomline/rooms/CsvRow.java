package dev.roomline.rooms;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a CSV file. Spreadsheets leave out the empty cells at the end of a row, or write too
 * many: a cell that is not there is empty.
 *
 * @param number its place among the file's rows, blank ones included; the first is 1
 */
record CsvRow(long number, List<String> cells) {
  static CsvRow of(CSVRecord read) {
    return new CsvRow(read.getRecordNumber(), List.of(read.values()));
  }

  String get(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** The number of cells up to the last one that is not blank. */
  int width() {
    for (var width = cells.size(); width > 0; width--) {
      if (!cells.get(width - 1).isBlank()) return width;
    }
    return 0;
  }
}
