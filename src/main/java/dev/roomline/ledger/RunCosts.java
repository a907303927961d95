package dev.roomline.ledger;

import dev.roomline.domain.Money;

/**
 * The costs of a run, by the ledger.
 *
 * @param bought paid, those included that are still to be collected
 * @param collected bought by an earlier run, delivered to this one
 * @param refused sent and not paid
 * @param failed may have been paid: the provider reports that they failed
 * @param unsure may have been paid: no answer says so
 */
public record RunCosts(Sum bought, Sum collected, Sum refused, Sum failed, Sum unsure) {

  /**
   * The sum of some purchases.
   *
   * @param money the cost of those with a known price
   * @param unpriced how many have no known price
   */
  public record Sum(long renders, Money money, long unpriced) {
    static final Sum NOTHING = new Sum(0, Money.NONE, 0);

    /** Both sums together. */
    public Sum plus(Sum other) {
      return new Sum(renders + other.renders, money.plus(other.money), unpriced + other.unpriced);
    }
  }

  /** All that may have been paid. */
  public Sum perhaps() {
    return failed.plus(unsure);
  }
}
