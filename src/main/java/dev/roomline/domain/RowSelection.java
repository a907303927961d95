package dev.roomline.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows as a person names them: {@code 3}, {@code 7-12}, {@code 3,7-12}, {@code all}. */
public final class RowSelection {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  private record Range(long first, long last) {}

  private final List<Range> ranges;

  private RowSelection(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * Reads words of a command line.
   *
   * @throws InvalidInputException naming the word that is no row
   */
  public static RowSelection parse(List<String> words) {
    var ranges = new ArrayList<Range>();
    for (var word : String.join(",", words).split(",", -1)) {
      var match = RANGE.matcher(word.strip());
      if (word.strip().equalsIgnoreCase("all")) {
        ranges.add(new Range(0, Long.MAX_VALUE));
      } else if (match.matches()) {
        var first = Long.parseLong(match.group(1));
        ranges.add(
            new Range(first, match.group(2) == null ? first : Long.parseLong(match.group(2))));
      } else {
        throw new InvalidInputException("'" + word + "' is no row; write rows as 3, 7-12 or all");
      }
    }
    return new RowSelection(ranges);
  }

  /** Whether the row is selected. */
  public boolean contains(long row) {
    return ranges.stream().anyMatch(it -> it.first() <= row && row <= it.last());
  }

  /** A selected row that does not exist; a range may have gaps, but its ends must exist. */
  public Optional<Long> missing(BitSet there) {
    for (var range : ranges) {
      if (range.last() == Long.MAX_VALUE) continue;
      if (range.last() >= there.length()) return Optional.of(range.last());
      var next = there.nextSetBit((int) range.first());
      if (next < 0 || next > range.last()) return Optional.of(range.first());
    }
    return Optional.empty();
  }

  /** Whether all rows are selected; then a decision skips rows that it does not fit. */
  public boolean areAll() {
    return ranges.stream().anyMatch(it -> it.last() == Long.MAX_VALUE);
  }
}
