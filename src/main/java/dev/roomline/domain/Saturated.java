package dev.roomline.domain;

/** Sums and products of numbers from zero on; what would be too large is the largest number. */
public final class Saturated {
  private Saturated() {}

  /** The sum. */
  public static long plus(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** The product. */
  public static long times(long a, long b) {
    return b > 0 && a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }
}
