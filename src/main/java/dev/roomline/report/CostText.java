package dev.roomline.report;

import dev.roomline.domain.Money;
import dev.roomline.domain.Quantity;
import dev.roomline.ledger.RunCostReport;
import dev.roomline.ledger.RunCosts;
import dev.roomline.ledger.RunCosts.Sum;
import dev.roomline.ledger.WalletReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences about what a run cost, and about the account's wallet. */
record CostText(RunCosts costs, List<WalletReading> wallet) {

  static CostText of(RunCostReport report) {
    return new CostText(report.costs(), report.wallet());
  }

  /** What the paid renders cost, as in {@code " for 0.24"}; empty if no price is known. */
  String priceOfPaid() {
    return price(costs.bought());
  }

  /** What the renders cost that may have been charged; empty if no price is known. */
  String priceOfDoubtful() {
    return price(costs.perhaps());
  }

  /** All kinds of purchases there are, in a line. */
  String purchases() {
    var refused = costs.refused().renders();
    var free = refused == 0 ? "" : Quantity.number(refused) + " refused (free)";
    var parts = joined(
        ", ",
        counted(costs.bought(), "paid"),
        counted(costs.collected(), "collected (paid before)"),
        free,
        doubtful());
    return !parts.isEmpty() && isPriceUnknown() ? parts + "; price unknown" : parts;
  }

  private String doubtful() {
    var parts =
        joined(" and ", counted(costs.failed(), "failed"), counted(costs.unsure(), "unclear"));
    return parts.isEmpty() ? "" : parts + " (may be charged)";
  }

  /** Whether there are renders that cost something, and the price of none is known. */
  private boolean isPriceUnknown() {
    var all = costs.bought().plus(costs.collected()).plus(costs.perhaps());
    return all.renders() > 0 && all.renders() == all.unpriced();
  }

  /** The balance of the wallet, and whether the ledger agrees. */
  List<String> walletLines() {
    var lines = new ArrayList<String>();
    if (wallet.isEmpty()) return lines;
    var last = wallet.get(wallet.size() - 1);
    var differs =
        wallet.stream().map(CostText::difference).filter(it -> !it.isEmpty()).toList();
    var agrees = last.change() != null && differs.isEmpty() && costs.bought().unpriced() == 0;
    lines.add("wallet:  " + (last.balance() + " " + last.currency()).strip()
        + (agrees ? ", matches the ledger" : ""));
    for (var difference : differs) lines.add("  " + difference);
    if (!differs.isEmpty()) {
      lines.add("  Next: look in the provider's account: others may use this key, or a render may"
          + " not cost what endpoint.price says");
    }
    return lines;
  }

  private static String price(Sum sum) {
    if (sum.renders() == sum.unpriced()) return "";
    return " for " + sum.money()
        + (sum.unpriced() == 0 ? "" : " and " + sum.unpriced() + " at an unknown price");
  }

  private static String counted(Sum sum, String kind) {
    return sum.renders() == 0 ? "" : Quantity.number(sum.renders()) + " " + kind + price(sum);
  }

  private static String joined(String delimiter, String... parts) {
    return Stream.of(parts).filter(it -> !it.isEmpty()).collect(Collectors.joining(delimiter));
  }

  private static String difference(WalletReading reading) {
    var change = reading.change();
    if (change == null || change.unexplained() == null) return "";
    var unexplained = change.unexplained();
    var gained = unexplained.compareTo(Money.NONE) < 0;
    return "since %s the wallet %s, but the ledger says %s%s: %s %s than it explains"
        .formatted(
            change.since(),
            change.gone().compareTo(Money.NONE) < 0
                ? "gained " + Money.NONE.minus(change.gone())
                : "lost " + change.gone(),
            change.known(),
            change.perhaps().isNone()
                ? ""
                : " (and up to " + change.perhaps() + " more may have been charged)",
            gained ? Money.NONE.minus(unexplained) : unexplained,
            gained ? "less" : "more");
  }
}
