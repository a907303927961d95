package dev.roomline.ledger;

import dev.roomline.domain.Money;

/**
 * What was spent, including requests that are not answered: they may be paid.
 *
 * @param money the cost of those with a known price
 */
public record Usage(long renders, Money money) {
  /** No usage. */
  public static final Usage NOTHING = new Usage(0, Money.NONE);
}
