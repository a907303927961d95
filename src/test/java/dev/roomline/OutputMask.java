package dev.roomline;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hides what differs from run to run: times, sizes, ids. A line's "…" stands for anything. */
final class OutputMask {
  static final String ANYTHING = "…";

  private static final List<Map.Entry<Pattern, String>> VOLATILE = List.of(
      volatile_(
          "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?( [+-]\\d\\d:\\d\\d)?",
          "<time>"),
      volatile_("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>"),
      volatile_("--[0-9a-f]{8}\\b", "--<key>"),
      volatile_("\\br\\d-[A-Za-z0-9_-]{16,}", "<id>"),
      volatile_(
          "\\b\\d+ h \\d+ min\\b|\\b\\d+ min( \\d+ s)?\\b|\\b\\d+(\\.\\d+)? m?s\\b", "<duration>"),
      volatile_("\\b\\d+(\\.\\d+)? [kMG]B\\b", "<size>"));

  private OutputMask() {}

  static String mask(String line) {
    var masked = line.stripTrailing();
    for (var part : VOLATILE) masked = part.getKey().matcher(masked).replaceAll(part.getValue());
    return masked;
  }

  /** Whether a line that was printed is what a guide shows. */
  static boolean matches(String shown, String printed) {
    return pattern(shown).matcher(mask(printed)).matches();
  }

  private static Pattern pattern(String shown) {
    return Pattern.compile(Pattern.compile(ANYTHING)
        .splitAsStream(mask(shown) + "\n")
        .map(part -> Pattern.quote(part.replace("\n", "")))
        .collect(Collectors.joining(".*")));
  }

  private static Map.Entry<Pattern, String> volatile_(String regex, String name) {
    return Map.entry(Pattern.compile(regex), name);
  }
}
