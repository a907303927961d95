package dev.roomline.rooms;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The columns that Roomline adds to results. Results can be used as input: these columns are
 * recognised there.
 */
public final class ResultColumns {
  /** The columns that begin a results file of any release, in this order. */
  static final List<String> FIRST = List.of(
      "row",
      "status",
      "paid",
      "outputs",
      "seed",
      "model_id",
      "request_id",
      "generation_time",
      "attempts",
      "error",
      "meta",
      "rendered_at");

  /** Columns that may follow directly. A name must never be removed, or old results are misread. */
  static final List<String> LATER =
      List.of("picture", "width", "height", "sha256", "checks", "variant", "style", "cost");

  /** The columns about a row's pictures. */
  private static final List<String> OF_PICTURES =
      List.of("picture", "width", "height", "sha256", "checks");

  /** The columns that distinguish a row's lines; results without them have one line per row. */
  static final List<String> OF_A_SERIES = List.of("variant", "style");

  /** The columns about what a line's purchases cost the run. */
  private static final List<String> OF_MONEY = List.of("cost");

  /** What this release writes, in order: {@link #FIRST}, then any of {@link #LATER}. */
  public static final List<String> WRITTEN =
      Stream.of(FIRST, OF_PICTURES, OF_A_SERIES, OF_MONEY).flatMap(List::stream).toList();

  /** The columns that errors.csv adds; it is recognised by them. */
  public static final List<String> OF_ERRORS =
      List.of("row", "status", "cause", "error", "advice", "billed", "variant", "style");

  private static final String PREFIX = "input_";
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

  private ResultColumns() {}

  /** The name under which an input column is written: {@code input_NAME} where NAME is ours. */
  public static String written(String name, List<String> ours) {
    return isOneOf(ours, withoutPrefixes(name)) ? PREFIX + name : name;
  }

  /** The name an input column had before {@link #written}, in a file with these columns of ours. */
  static String original(String name, Collection<String> ours) {
    var renamed = name.startsWith(PREFIX) && isOneOf(ours, withoutPrefixes(name));
    return renamed ? name.substring(PREFIX.length()) : name;
  }

  /** Whether a file that begins so is a results file of Roomline. */
  static boolean areIn(String beginning) {
    var header = beginning.lines().findFirst().orElse("");
    return DELIMITERS.stream()
        .anyMatch(it ->
            header.contains(String.join(it, FIRST)) || header.contains(String.join(it, OF_ERRORS)));
  }

  /** The indexes of our columns in a header; none if this is no file of Roomline. */
  static BitSet in(List<String> header) {
    var ours = new BitSet();
    var errors = Collections.indexOfSubList(header, OF_ERRORS);
    if (errors >= 0) {
      ours.set(errors, errors + OF_ERRORS.size());
      return ours;
    }
    var start = Collections.indexOfSubList(header, FIRST);
    if (start < 0) return ours;
    var end = start + FIRST.size();
    while (end < header.size() && LATER.contains(header.get(end))) end++;
    ours.set(start, end);
    return ours;
  }

  private static boolean isOneOf(Collection<String> ours, String name) {
    return ours.contains(name.toLowerCase(Locale.ROOT));
  }

  // An input may itself have a column input_row beside its row; both must find their way back.
  private static String withoutPrefixes(String name) {
    var rest = name;
    while (rest.startsWith(PREFIX)) rest = rest.substring(PREFIX.length());
    return rest;
  }
}
