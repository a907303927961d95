package dev.roomline.ledger;

import dev.roomline.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * The limits a claim must stay within, itself included.
 *
 * @param price of one render now; null if it is not known
 * @param ofRun the limit of the run, counted since its last orderly end
 * @param period the day or month that has a budget too; null if neither has
 * @param ofPeriod the limit of that period, over all runs at the endpoint
 */
public record BudgetLimits(
    @Nullable Money price,
    SpendingLimit ofRun,
    @Nullable BudgetPeriod period,
    SpendingLimit ofPeriod) {

  /** Limits a run to a number of renders, whatever they cost. */
  public static BudgetLimits ofRenders(long renders) {
    return new BudgetLimits(null, SpendingLimit.ofRenders(renders), null, SpendingLimit.NONE);
  }

  /** How many renders may still be bought. */
  public long left(BudgetUsage usage) {
    return Math.min(ofRun.left(usage.ofRun(), price), ofPeriod.left(usage.ofPeriod(), price));
  }

  /** Whether the run's own limit is used up. */
  public boolean runIsAtItsLimit(BudgetUsage usage) {
    return ofRun.left(usage.ofRun(), price) <= 0;
  }
}
