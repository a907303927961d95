package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a render takes: always the same where both are equal, else lognormal, with a long tail.
 *
 * @param median half of the renders are faster
 * @param p99 one in a hundred is slower
 */
public record Latency(Duration median, Duration p99) {
  private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m)");
  private static final double Z99 = 2.3263;

  /** Checks that the p99 is not below the median. */
  public Latency {
    if (median.isNegative() || p99.compareTo(median) < 0)
      throw new IllegalArgumentException(
          "latency: the second time must be longer than the first, such as 2s..10s");
  }

  /** Every render takes exactly this long. */
  public static Latency of(Duration fixed) {
    return new Latency(fixed, fixed);
  }

  /** Reads {@code 800ms}, {@code 2s} or, from median to p99, {@code 2s..10s}. */
  public static Latency parse(String text) {
    var ends = text.split("\\.\\.", 2);
    var median = duration(ends[0]);
    return new Latency(median, ends.length == 2 ? duration(ends[1]) : median);
  }

  /** The latency for one random number. */
  Duration draw(long dice) {
    if (median.equals(p99) || median.isZero()) return median;
    var sigma = Math.log((double) p99.toNanos() / median.toNanos()) / Z99;
    return Duration.ofNanos((long) (median.toNanos() * Math.exp(sigma * Dice.gaussian(dice))));
  }

  private static Duration duration(String text) {
    Matcher found = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!found.matches())
      throw new IllegalArgumentException(
          "latency is '" + text + "', must be like 800ms, 2s, 2s..10s");
    var millis = switch (found.group(2)) {
      case "ms" -> 1;
      case "s" -> 1000;
      default -> 60_000;
    };
    return Duration.ofNanos((long) (Double.parseDouble(found.group(1)) * millis * 1e6));
  }
}
