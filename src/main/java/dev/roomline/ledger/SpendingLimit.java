package dev.roomline.ledger;

import dev.roomline.domain.Money;
import org.jspecify.annotations.Nullable;

/** The most that may be spent, in renders and in money. */
public record SpendingLimit(long renders, Money money) {
  /** No limit. */
  public static final SpendingLimit NONE = new SpendingLimit(Long.MAX_VALUE, Money.ENDLESS);

  /** Limits the number of renders, whatever they cost. */
  public static SpendingLimit ofRenders(long renders) {
    return new SpendingLimit(renders, Money.ENDLESS);
  }

  /** How many more renders fit; negative if the limit is exceeded. */
  long left(Usage used, @Nullable Money price) {
    var byCount = renders - used.renders();
    if (price == null || price.isNone() || money.equals(Money.ENDLESS)) return byCount;
    return Math.min(byCount, Math.floorDiv(money.minus(used.money()).micros(), price.micros()));
  }
}
