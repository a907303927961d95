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

  public boolean contain(long row) {
    return ranges.stream().anyMatch(it -> it.first() <= row && row <= it.last());
  }

  /** A row that is meant and not there; a range may have gaps, but must begin and end among them. */
  public Optional<Long> missing(BitSet there) {
    for (var range : ranges) {
      if (range.last() == Long.MAX_VALUE) continue;
      if (range.last() >= there.length()) return Optional.of(range.last());
      var next = there.nextSetBit((int) range.first());
      if (next < 0 || next > range.last()) return Optional.of(range.first());
    }
    return Optional.empty();
  }

  /** True if every row is meant, so that those a decision does not fit are passed over. */
  public boolean areAll() {
    return ranges.stream().anyMatch(it -> it.last() == Long.MAX_VALUE);
  }
}
