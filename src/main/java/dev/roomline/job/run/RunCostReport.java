package dev.roomline.job.run;

import dev.roomline.domain.Money;
import dev.roomline.ledger.RunCosts;
import dev.roomline.ledger.RunCosts.Sum;
import dev.roomline.ledger.WalletReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run came to in money, by its purchases and by the account's wallet.
 *
 * @param wallet the readings, oldest first; none where the endpoint does not tell
 */
public record RunCostReport(RunCosts costs, List<WalletReading> wallet) {

  /** What was bought for how much, as in {@code " for 0.24"}; empty if no price is known. */
  public String priceOfBought() {
    return price(costs.bought());
  }

  /** The same of what is perhaps paid. */
  public String priceOfPerhaps() {
    return price(costs.perhaps());
  }

  /** All kinds of purchases there are, in a line. */
  public String purchases() {
    return Stream.of(
            told("bought", costs.bought()),
            told("collected", costs.collected()),
            told("refused", new Sum(costs.refused().renders(), Money.NONE, 1)),
            told("failed", costs.failed()),
            told("unsure", costs.unsure()))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What the wallet says, and whether the books agree. */
  public List<String> walletInWords() {
    var lines = new ArrayList<String>();
    if (wallet.isEmpty()) return lines;
    var last = wallet.get(wallet.size() - 1);
    var differs = wallet.stream()
        .map(RunCostReport::difference)
        .filter(it -> !it.isEmpty())
        .toList();
    var agrees = last.change() != null && differs.isEmpty() && costs.bought().unpriced() == 0;
    lines.add("wallet:  " + (last.balance() + " " + last.currency()).strip()
        + (agrees ? ", as the books say" : ""));
    for (var difference : differs) lines.add("  " + difference);
    if (!differs.isEmpty()) {
      lines.add("  -> look in the provider's account: others may buy with this key, or a render"
          + " may not cost what endpoint.price says");
    }
    return lines;
  }

  private static String price(Sum sum) {
    if (sum.renders() == sum.unpriced()) return "";
    return " for " + sum.money()
        + (sum.unpriced() == 0 ? "" : " and " + sum.unpriced() + " of unknown price");
  }

  private static String told(String kind, Sum sum) {
    return sum.renders() == 0 ? "" : kind + " " + sum.renders() + price(sum);
  }

  private static String difference(WalletReading reading) {
    var change = reading.change();
    if (change == null || change.unexplained() == null) return "";
    var unexplained = change.unexplained();
    var gained = unexplained.compareTo(Money.NONE) < 0;
    return "since %s the wallet %s, but the books say %s%s: %s %s than they know of"
        .formatted(
            change.since(),
            change.gone().compareTo(Money.NONE) < 0
                ? "gained " + Money.NONE.minus(change.gone())
                : "lost " + change.gone(),
            change.known(),
            change.perhaps().isNone() ? "" : ", perhaps " + change.perhaps() + " more",
            gained ? Money.NONE.minus(unexplained) : unexplained,
            gained ? "less" : "more");
  }
}
