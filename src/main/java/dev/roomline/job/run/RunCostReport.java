package dev.roomline.job.run;

import dev.roomline.domain.Money;
import dev.roomline.ledger.RunCosts;
import dev.roomline.ledger.RunCosts.Sum;
import dev.roomline.ledger.WalletReading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      lines.add("  -> look in the vendor's account: others may buy with this key, or a render"
          + " may not cost what endpoint.price says");
    }
    return lines;
  }

  /** For {@code --json}. */
  public Map<String, Object> asJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("bought", json(costs.bought()));
    json.put("collected", json(costs.collected()));
    json.put("refused", Map.of("renders", costs.refused().renders()));
    json.put("failed", json(costs.failed()));
    json.put("unsure", json(costs.unsure()));
    json.put("wallet", wallet.stream().map(RunCostReport::json).toList());
    return json;
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

  private static Map<String, Object> json(Sum sum) {
    var json = new LinkedHashMap<String, Object>();
    json.put("renders", sum.renders());
    json.put("money", number(sum.money()));
    if (sum.unpriced() > 0) json.put("of_unknown_price", sum.unpriced());
    return json;
  }

  private static Map<String, Object> json(WalletReading reading) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", reading.at().toString());
    json.put("balance", number(reading.balance()));
    json.put("currency", reading.currency());
    var change = reading.change();
    if (change == null) return json;
    json.put("since", change.since().toString());
    json.put("gone", number(change.gone()));
    json.put("known", number(change.known()));
    json.put("perhaps", number(change.perhaps()));
    var unexplained = change.unexplained();
    json.put("unexplained", number(unexplained == null ? Money.NONE : unexplained));
    return json;
  }

  private static BigDecimal number(Money money) {
    return new BigDecimal(money.toString());
  }
}
