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
public record Allowance(
    @Nullable Money price, Cap ofRun, @Nullable Period period, Cap ofPeriod) {

  /** So many renders a run, whatever they cost. */
  public static Allowance ofRenders(long renders) {
    return new Allowance(null, Cap.ofRenders(renders), null, Cap.NONE);
  }

  /** How many renders may still be bought. */
  public long left(Balance balance) {
    return Math.min(ofRun.left(balance.ofRun(), price), ofPeriod.left(balance.ofPeriod(), price));
  }

  /** Whether it is the run's own cap that leaves no room. */
  public boolean runIsAtItsCap(Balance balance) {
    return ofRun.left(balance.ofRun(), price) <= 0;
  }
}
