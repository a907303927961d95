package dev.roomline.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money, exact to the millionth, so that sums of prices never drift. The currency is
 * the account's own.
 */
public record Money(long micros) implements Comparable<Money> {
  /** No money: zero. */
  public static final Money NONE = new Money(0);

  /** The largest amount, used as no limit. */
  public static final Money ENDLESS = new Money(Long.MAX_VALUE);

  private static final int DECIMALS = 6;
  private static final int CENTS = 2;

  /** The amount to the nearest millionth. */
  public static Money of(BigDecimal amount) {
    return new Money(
        amount.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
  }

  /** The amount with six decimals. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(micros, DECIMALS);
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(Math.addExact(micros, other.micros));
  }

  /** The difference; it may be negative. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(micros, other.micros));
  }

  /** The price of so many renders, {@link #ENDLESS} at most. */
  public Money times(long renders) {
    return new Money(Saturated.times(micros, renders));
  }

  /** Whether it is zero. */
  public boolean isNone() {
    return micros == 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, other.micros);
  }

  /** As people write it: {@code 25.50}, {@code 0.0047}, {@code 0}. */
  @Override
  public String toString() {
    if (isNone()) return "0";
    var shortest = amount().stripTrailingZeros();
    return shortest.setScale(Math.max(CENTS, shortest.scale())).toPlainString();
  }
}
