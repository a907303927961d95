package dev.roomline.ledger;

import dev.roomline.domain.Money;
import org.jspecify.annotations.Nullable;

/** The most that may be spent, in renders and in money. */
public record Cap(long renders, Money money) {
  public static final Cap NONE = new Cap(Long.MAX_VALUE, Money.ENDLESS);

  public static Cap ofRenders(long renders) {
    return new Cap(renders, Money.ENDLESS);
  }

  /** How many renders there is room for. */
  long left(Spent spent, @Nullable Money price) {
    var byCount = renders - spent.renders();
    if (price == null || price.isNone() || money.equals(Money.ENDLESS)) return byCount;
    return Math.min(byCount, Math.floorDiv(money.minus(spent.money()).micros(), price.micros()));
  }
}
