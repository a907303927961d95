package dev.roomline.rooms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the header among a file's first rows. Exports write a title, a date or a line such as
 * {@code sep=;} above it.
 */
final class HeaderSearch {
  /** As many rows, or lines of text, as may stand above the header, and the header. */
  static final int MOST = 20;

  private HeaderSearch() {}

  /**
   * The row that names a photo column and most columns that are read; the first row if none does, and
   * null if the file has none.
   */
  static @Nullable CsvRow in(CsvFile file) {
    try (var scan = file.open()) {
      var rows = new ArrayList<CsvRow>();
      for (var row = scan.next(); row != null && rows.size() < MOST; row = scan.next()) {
        rows.add(row);
      }
      return best(rows);
    }
  }

  private static @Nullable CsvRow best(List<CsvRow> rows) {
    CsvRow best = null;
    var most = 0L;
    for (var row : rows) {
      var known = namesAPhoto(row) ? known(row.cells()) : 0;
      if (best == null || known > most) {
        best = row;
        most = known;
      }
    }
    return best;
  }

  private static boolean namesAPhoto(CsvRow row) {
    return row.cells().stream().anyMatch(cell -> Columns.PHOTO.equals(Columns.meaning(cell)));
  }

  /** How many of the names have a meaning. */
  static long known(List<String> names) {
    return names.stream().filter(name -> Columns.meaning(name) != null).count();
  }
}
