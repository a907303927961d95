package dev.roomline.jobfile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The moment that {@code 06:00}, {@code 2026-10-25T06:00} or one with an offset names.
 *
 * <p>A time of day means its next occurrence in the time zone. If the clocks are put back and it
 * occurs twice, the first one that is still to come; if they are put forward and it does not occur,
 * the moment of the change.
 */
record WallClockTime(TemporalAccessor given) {
  private static final int DAYS = 3;
  private static final ValueRange YEARS = ValueRange.of(1970, 9999);

  /** Reads a time; empty if the text is none, or lies before 1970 or after 9999. */
  static Optional<WallClockTime> parse(String text) {
    try {
      var given = text.contains("T")
          ? DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from)
          : LocalTime.parse(text);
      return given.isSupported(ChronoField.YEAR) && !YEARS.isValidValue(given.get(ChronoField.YEAR))
          ? Optional.empty()
          : Optional.of(new WallClockTime(given));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** When that is, for a run that starts then; only a date may lie before the start. */
  Instant after(Instant start, ZoneId zone) {
    if (given instanceof OffsetDateTime exact) return exact.toInstant();
    if (given instanceof LocalDateTime once) return moments(once, zone).get(0);
    var today = start.atZone(zone).toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(DAYS)
        .flatMap(day -> moments(day.atTime((LocalTime) given), zone).stream())
        .filter(moment -> moment.isAfter(start))
        .findFirst()
        .orElseThrow();
  }

  /** When the clock on the wall shows it: once, twice, or never but jumping over it. */
  private static List<Instant> moments(LocalDateTime time, ZoneId zone) {
    var rules = zone.getRules();
    var offsets = rules.getValidOffsets(time);
    return offsets.isEmpty()
        ? List.of(rules.getTransition(time).getInstant())
        : offsets.stream().map(time::toInstant).sorted().toList();
  }
}
