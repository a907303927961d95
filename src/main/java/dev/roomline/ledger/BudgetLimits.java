package dev.roomline.ledger;

import dev.roomline.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a claim must leave room for, itself included.
 *
 * @param price of one render now; null where nobody knows
 * @param ofRun for the run, since its last orderly end
 * @param period what else there is a budget for; null: nothing
 * @param ofPeriod for such a period, over all runs at the endpoint
 */
public record BudgetLimits(
    @Nullable Money price,
    SpendingLimit ofRun,
    @Nullable BudgetPeriod period,
    SpendingLimit ofPeriod) {

  /** So many renders a run, whatever they cost. */
  public static BudgetLimits ofRenders(long renders) {
    return new BudgetLimits(null, SpendingLimit.ofRenders(renders), null, SpendingLimit.NONE);
  }

  /** How many renders may still be bought. */
  public long left(BudgetUsage usage) {
    return Math.min(ofRun.left(usage.ofRun(), price), ofPeriod.left(usage.ofPeriod(), price));
  }

  /** Whether it is the run's own cap that leaves no room. */
  public boolean runIsAtItsCap(BudgetUsage usage) {
    return ofRun.left(usage.ofRun(), price) <= 0;
  }
}
