package dev.roomline.domain;

import java.math.BigDecimal;
import java.util.Locale;

/** The parameters of a render that a job file or a row may set, and their ranges. */
public enum Parameter {
  STEPS(Kind.WHOLE, 1, Integer.MAX_VALUE),
  GUIDANCE_SCALE(Kind.DECIMAL, 1, 20),
  NEGATIVE_PROMPT(Kind.TEXT, 0, 0),
  /** The provider contradicts itself on the range, so there is none here. */
  STRENGTH(Kind.DECIMAL, Long.MIN_VALUE, Long.MAX_VALUE),
  /** Unsigned 32 bit at the provider. */
  SEED(Kind.WHOLE, 0, 4_294_967_295L);

  private enum Kind {
    TEXT,
    WHOLE,
    DECIMAL
  }

  private static final int LONGEST_NUMBER = 40;

  private final Kind kind;
  private final long least;
  private final long most;
  private final String label = name().toLowerCase(Locale.ROOT);

  Parameter(Kind kind, long least, long most) {
    this.kind = kind;
    this.least = least;
    this.most = most;
  }

  /** The name in job files, column headers and requests, such as {@code guidance_scale}. */
  public String label() {
    return label;
  }

  /**
   * Reads a value; 7, 7.0 and 07 are the same one.
   *
   * @return a Long, a BigDecimal or a String
   * @throws IllegalArgumentException saying what is wrong and what to write instead
   */
  public Object parse(String text) {
    var value = text.strip();
    if (kind == Kind.TEXT) return value;
    if (!isNumber(value)) throw notANumber(value);
    var number = new BigDecimal(value).stripTrailingZeros();
    if (number.scale() < 0) number = number.setScale(0);
    if (kind == Kind.WHOLE && number.scale() > 0) {
      throw new IllegalArgumentException(value + " is not a whole number; write " + range());
    }
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new IllegalArgumentException(value + " is out of range; write " + range());
    }
    return kind == Kind.WHOLE ? (Object) number.longValueExact() : number;
  }

  // No exponents: 1e999999999 would fill the memory.
  private static boolean isNumber(String value) {
    var digits = 0;
    var points = 0;
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c >= '0' && c <= '9') digits++;
      else if (c == '.') points++;
      else if (c != '-' || i > 0) return false;
    }
    return digits > 0 && points < 2 && value.length() <= LONGEST_NUMBER;
  }

  private IllegalArgumentException notANumber(String value) {
    var withPoint = value.replace(',', '.');
    var remedy = isNumber(withPoint) ? withPoint + " with a point" : range();
    var shown = value.length() > LONGEST_NUMBER ? value.substring(0, LONGEST_NUMBER) + "…" : value;
    return new IllegalArgumentException("'" + shown + "' is not a number; write " + remedy);
  }

  private String range() {
    if (least == Long.MIN_VALUE) return "a number such as 0.7";
    return "a %snumber from %d to %d".formatted(kind == Kind.WHOLE ? "whole " : "", least, most);
  }
}
