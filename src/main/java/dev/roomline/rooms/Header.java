package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The row that names the columns: which of them travel through, and where the ones we read are.
 *
 * <p>A column without a name is allowed as long as it has no data: spreadsheets leave such columns
 * behind.
 */
final class Header {
  private final String place;
  private final long row;
  private final List<String> asWritten;
  private final List<Integer> kept = new ArrayList<>();
  private final List<Integer> unnamed = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final int ourRow;
  private final Map<String, Integer> meanings = new HashMap<>();

  private Header(String file, CsvRow found) {
    var cells = found.cells();
    this.place = file + ", line " + found.number();
    this.row = found.number();
    this.asWritten = cells;
    var ours = ResultColumns.in(cells);
    var oursByName = ours.stream().mapToObj(cells::get).toList();
    this.ourRow = oursByName.containsAll(ResultColumns.OF_A_SERIES) ? ours.nextSetBit(0) : -1;
    for (var i = 0; i < cells.size(); i++) {
      if (ours.get(i)) continue;
      kept.add(i);
      if (cells.get(i).isBlank()) unnamed.add(i);
      names.add(ResultColumns.original(cells.get(i), oursByName));
    }
  }

  /** Reads a header; throws InvalidInputException if a column is ambiguous. */
  static Header of(String file, CsvRow found) {
    var header = new Header(file, found);
    header.findMeanings();
    return header;
  }

  /** The columns that travel through, as they stand in the file. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** Its place among the file's rows. */
  long row() {
    return row;
  }

  boolean isSameAs(CsvRow other) {
    return other.number() == row && other.cells().equals(asWritten);
  }

  /** The most cells that a row may have. */
  int width() {
    return asWritten.size();
  }

  /** The place of our column {@code row} in results that may have several lines per row, or -1. */
  int ourRow() {
    return ourRow;
  }

  /** The place of the column with this meaning, or -1. */
  int of(String meaning) {
    return meanings.getOrDefault(meaning, -1);
  }

  /**
   * The place of the column of this name, case aside, or -1.
   *
   * @throws InvalidInputException if two columns have it
   */
  int named(String name) {
    var exact = places(it -> it.strip().equalsIgnoreCase(name.strip()));
    var found =
        exact.isEmpty() ? places(it -> Columns.plain(it).equals(Columns.plain(name))) : exact;
    if (exact.size() > 1) {
      throw new InvalidInputException(
          place + ": two columns are called " + name.strip() + "; rename one");
    }
    return found.isEmpty() ? -1 : found.get(0);
  }

  private List<Integer> places(Predicate<String> name) {
    var places = new ArrayList<Integer>();
    for (var i = 0; i < names.size(); i++) {
      if (name.test(names.get(i))) places.add(kept.get(i));
    }
    return places;
  }

  /** A row's cells that travel through; missing ones are empty, surplus ones stay at the end. */
  List<String> cells(CsvRow row) {
    var cells = new ArrayList<String>(names.size());
    for (int i : kept) cells.add(row.get(i));
    for (var i = width(); i < row.width(); i++) cells.add(row.get(i));
    return cells;
  }

  /** Throws InvalidInputException for a row with data where the header has no name. */
  void refuseUnnamed(String file, CsvRow row) {
    for (int i : unnamed) {
      if (!row.get(i).isBlank()) {
        throw new InvalidInputException(
            "%s, row %d: column %d has data but no name; name it in the header"
                .formatted(file, row.number(), i + 1));
      }
    }
  }

  /** Throws InvalidInputException, saying what was found, if no column has this meaning. */
  void require(String meaning, String remedy) {
    if (meanings.containsKey(meaning)) return;
    throw new InvalidInputException(
        "%s: no column %s; the header has: %s; name one of them %s (understood: %s)%s"
            .formatted(
                place,
                meaning,
                String.join(", ", names),
                meaning,
                Columns.accepted(meaning),
                remedy));
  }

  private void findMeanings() {
    for (var n = 0; n < names.size(); n++) {
      var meaning = Columns.meaning(names.get(n));
      if (meaning == null || isOutranked(n, meaning)) continue;
      var before = meanings.put(meaning, kept.get(n));
      if (before != null) {
        throw new InvalidInputException("%s: the columns %s and %s both mean %s; rename one"
            .formatted(
                place, names.get(kept.indexOf(before)).strip(), names.get(n).strip(), meaning));
      }
    }
  }

  /** An alias does not count where a column has the name itself. */
  private boolean isOutranked(int alias, String meaning) {
    return !Columns.plain(names.get(alias)).equals(meaning)
        && names.stream().anyMatch(name -> Columns.plain(name).equals(meaning));
  }
}
