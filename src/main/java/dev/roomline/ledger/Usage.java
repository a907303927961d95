package dev.roomline.ledger;

import dev.roomline.domain.Money;

/**
 * What was spent: requests on their way included, for they may be paid.
 *
 * @param money of those whose price was known
 */
public record Usage(long renders, Money money) {
  public static final Usage NOTHING = new Usage(0, Money.NONE);
}
