package dev.roomline.ledger;

import dev.roomline.domain.Money;
import org.jspecify.annotations.Nullable;

/** The most that may be spent, in renders and in money. */
public record SpendingLimit(long renders, Money money) {
  public static final SpendingLimit NONE = new SpendingLimit(Long.MAX_VALUE, Money.ENDLESS);

  public static SpendingLimit ofRenders(long renders) {
    return new SpendingLimit(renders, Money.ENDLESS);
  }

  /** How many renders there is room for. */
  long left(Usage used, @Nullable Money price) {
    var byCount = renders - used.renders();
    if (price == null || price.isNone() || money.equals(Money.ENDLESS)) return byCount;
    return Math.min(byCount, Math.floorDiv(money.minus(used.money()).micros(), price.micros()));
  }
}
