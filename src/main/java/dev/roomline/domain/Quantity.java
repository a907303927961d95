package dev.roomline.domain;

import java.util.Locale;

/** Writes how many things there are, such as {@code 1 row} or {@code 29,802 rows}. */
public final class Quantity {
  private Quantity() {}

  /** The number and the noun; the plural ends in s. */
  public static String of(long count, String noun) {
    return number(count) + " " + noun(count, noun, noun + "s");
  }

  /** The noun alone, as it reads behind the number. */
  public static String noun(long count, String one, String many) {
    return count == 1 ? one : many;
  }

  /** The number with a comma between the thousands, whatever the machine's language is. */
  public static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
