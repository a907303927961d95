package dev.roomline.report;

import dev.roomline.domain.Money;
import dev.roomline.job.run.RunCostReport;
import dev.roomline.ledger.RunCosts.Sum;
import dev.roomline.ledger.WalletReading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The costs of a run, as a part of the JSON of a report. */
final class JsonCosts {
  private JsonCosts() {}

  static Map<String, Object> of(RunCostReport runCostReport) {
    var costs = runCostReport.costs();
    var json = new LinkedHashMap<String, Object>();
    json.put("bought", sum(costs.bought()));
    json.put("collected", sum(costs.collected()));
    json.put("refused", Map.of("renders", costs.refused().renders()));
    json.put("failed", sum(costs.failed()));
    json.put("unsure", sum(costs.unsure()));
    json.put("wallet", runCostReport.wallet().stream().map(JsonCosts::reading).toList());
    return json;
  }

  private static Map<String, Object> sum(Sum sum) {
    var json = new LinkedHashMap<String, Object>();
    json.put("renders", sum.renders());
    json.put("money", JsonReports.number(sum.money()));
    if (sum.unpriced() > 0) json.put("of_unknown_price", sum.unpriced());
    return json;
  }

  private static Map<String, Object> reading(WalletReading reading) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", reading.at().toString());
    json.put("balance", JsonReports.number(reading.balance()));
    json.put("currency", reading.currency());
    var change = reading.change();
    if (change == null) return json;
    json.put("since", change.since().toString());
    json.put("gone", JsonReports.number(change.gone()));
    json.put("known", JsonReports.number(change.known()));
    json.put("perhaps", JsonReports.number(change.perhaps()));
    json.put(
        "unexplained",
        JsonReports.number(Objects.requireNonNullElse(change.unexplained(), Money.NONE)));
    return json;
  }
}
