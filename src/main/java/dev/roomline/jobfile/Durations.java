package dev.roomline.jobfile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads durations as people write them: {@code 500ms}, {@code 90s}, {@code 5m}, {@code 2h}. */
public final class Durations {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h)");
  private static final Map<String, Duration> UNITS = Map.of(
      "ms", Duration.ofMillis(1),
      "s", Duration.ofSeconds(1),
      "m", Duration.ofMinutes(1),
      "h", Duration.ofHours(1));

  private Durations() {}

  /** The duration, or empty if the text is none. */
  public static Optional<Duration> parse(String text) {
    var matched = TEXT.matcher(text.strip());
    if (!matched.matches()) return Optional.empty();
    var unit = UNITS.getOrDefault(matched.group(2), Duration.ZERO);
    return Optional.of(unit.multipliedBy(Long.parseLong(matched.group(1))));
  }

  /** The duration in the shortest of these spellings. */
  static String text(Duration duration) {
    var millis = duration.toMillis();
    for (var unit : List.of("h", "m", "s")) {
      var length = UNITS.getOrDefault(unit, Duration.ZERO).toMillis();
      if (millis > 0 && millis % length == 0) return millis / length + unit;
    }
    return millis + "ms";
  }
}
