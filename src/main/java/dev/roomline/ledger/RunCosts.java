package dev.roomline.ledger;

import dev.roomline.domain.Money;

/**
 * What a run came to, as the book of purchases has it.
 *
 * @param bought paid, those included that are still to be collected
 * @param collected bought by an earlier run, delivered to this one
 * @param refused sent and not paid
 * @param failed perhaps paid: the provider reports that they failed
 * @param unsure perhaps paid: nobody knows
 */
public record RunCosts(Sum bought, Sum collected, Sum refused, Sum failed, Sum unsure) {

  /**
   * Some purchases.
   *
   * @param money what those cost whose price was known
   * @param unpriced how many have none
   */
  public record Sum(long renders, Money money, long unpriced) {
    static final Sum NOTHING = new Sum(0, Money.NONE, 0);

    public Sum plus(Sum other) {
      return new Sum(renders + other.renders, money.plus(other.money), unpriced + other.unpriced);
    }
  }

  /** What is perhaps paid. */
  public Sum perhaps() {
    return failed.plus(unsure);
  }
}
