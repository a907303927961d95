package dev.roomline.endpoint;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values of varying type: a number may be a string, a list a string, a message an object. */
final class LenientJson {

  private static final Pattern UNIT = Pattern.compile("(?i)\\s*s(ec(ond)?s?)?\\.?$");
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_LINK = 8_000;

  private LenientJson() {}

  /** A string, or a number, which is kept as one; stripped, and empty for anything else. */
  static String text(JsonNode node) {
    return node.isString() ? node.asString().strip() : "";
  }

  /** A number, or NaN if there is none. */
  static double number(String text) {
    if (text.isEmpty()) return Double.NaN;
    try {
      return Double.parseDouble(UNIT.matcher(text.strip()).replaceFirst(""));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Seconds within bounds, or zero if there is no number. */
  static Duration seconds(String text, Duration least, Duration most) {
    var number = number(text);
    if (Double.isNaN(number)) return Duration.ZERO;
    var millis =
        Math.max((double) least.toMillis(), Math.min((double) most.toMillis(), number * 1000));
    return Duration.ofMillis((long) millis);
  }

  static @Nullable Long whole(JsonNode node) {
    var text = text(node);
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) return null;
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  static @Nullable Double finite(JsonNode node) {
    var number = number(text(node));
    return Double.isFinite(number) ? number : null;
  }

  /** The web addresses in a string or a list; inline pictures are none. */
  static List<String> links(JsonNode node) {
    var items = node.isArray() ? node.values() : List.of(node);
    return items.stream()
        .map(LenientJson::text)
        .filter(LenientJson::isLink)
        .distinct()
        .toList();
  }

  /** A readable message made of a string, a list, or an object of field to list. */
  static String message(JsonNode node) {
    if (node.isArray())
      return join(node.values().stream().map(LenientJson::message).toList());
    if (node.isObject()) {
      return join(node.propertyStream()
          .map(field -> field.getKey() + ": " + message(field.getValue()))
          .toList());
    }
    return text(node);
  }

  static String join(Collection<String> parts) {
    return parts.stream()
        .filter(part -> !part.isBlank())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static boolean isLink(String text) {
    return text.length() <= LONGEST_LINK
        && Stream.of("https://", "http://")
            .anyMatch(scheme -> text.regionMatches(true, 0, scheme, 0, scheme.length())
                && text.length() > scheme.length())
        && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
  }
}
