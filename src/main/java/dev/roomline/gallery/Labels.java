package dev.roomline.gallery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Status and payment values as labels for people. */
final class Labels {
  private static final int LABEL = 120;
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private Labels() {}

  static String status(String status) {
    return switch (status) {
      case "review" -> "To review";
      case "rendering" -> "Still rendering";
      case "failed" -> "Failed";
      case "unsure" -> "Unsure";
      case "invalid" -> "Invalid row";
      case "not-bought" -> "Not rendered yet";
      case "expired" -> "Picture gone";
      default -> capital(status);
    };
  }

  static String paid(String paid) {
    return switch (paid) {
      case "bought" -> "Paid in this run";
      case "reused" -> "Paid before, reused";
      case "no" -> "Not charged";
      case "perhaps" -> "May have been charged";
      default -> capital(paid);
    };
  }

  /** {@code listing-renders} as a heading. */
  static String heading(String name) {
    return capital(name.replace('-', ' ').replace('_', ' ').strip());
  }

  static String capital(String text) {
    if (text.isEmpty()) return text;
    var rest = text.offsetByCodePoints(0, 1);
    return text.substring(0, rest).toUpperCase(Locale.ROOT) + text.substring(rest);
  }

  /** A text for a tooltip or a screen reader: one short line, isolated so that its writing direction does not change other text. */
  static String label(String text) {
    var line =
        text.replaceAll("[\\p{Cntrl}\\u2028-\\u202E\\u2066-\\u2069\\s]+", " ").strip();
    if (line.length() <= LABEL) return line;
    var cut = Character.isHighSurrogate(line.charAt(LABEL - 1)) ? LABEL - 1 : LABEL;
    return line.substring(0, cut) + "…";
  }

  static String moment(Instant at, ZoneId zone) {
    return DAY_AND_TIME.format(at.atZone(zone));
  }

  /** From when to when, naming the day once where one is enough. */
  static String span(Instant from, Instant to, ZoneId zone) {
    var oneDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
    var end = to.atZone(zone);
    return moment(from, zone) + " to " + (oneDay ? TIME : DAY_AND_TIME).format(end);
  }

  static String time(Duration time) {
    if (time.toHours() > 0) return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    if (time.toMinutes() > 0) return time.toMinutes() + " min";
    return Math.max(1, time.toSeconds()) + " s";
  }

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
