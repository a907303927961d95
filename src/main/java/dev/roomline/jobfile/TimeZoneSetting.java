package dev.roomline.jobfile;

import dev.roomline.domain.Suggestion;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads a setting that names a time zone. */
final class TimeZoneSetting {
  private TimeZoneSetting() {}

  /**
   * The zone.
   *
   * @throws IllegalArgumentException if there is none of that name; the message says what to write
   */
  static ZoneId parse(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "is '" + text + "', which is not a time zone"
              + Suggestion.nearest(text, ZoneId.getAvailableZoneIds())
                  .map(meant -> "; did you mean " + meant + "?")
                  .orElse("; write one such as Europe/Berlin"),
          e);
    }
  }
}
