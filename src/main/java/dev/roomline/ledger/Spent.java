package dev.roomline.ledger;

import dev.roomline.domain.Money;

/**
 * What was spent: requests on their way included, for they may be paid.
 *
 * @param money of those whose price was known
 */
public record Spent(long renders, Money money) {
  public static final Spent NOTHING = new Spent(0, Money.NONE);
}
