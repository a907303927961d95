package dev.roomline.jobfile;

import dev.roomline.domain.Money;
import dev.roomline.jobfile.JobFile.Budget;
import dev.roomline.jobfile.JobFile.Per;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the price of a render and the budget. */
record BudgetSection(JobFileValues settings) {
  private static final long MOST_MONEY = 1_000_000_000;
  private static final int DECIMALS = 6;
  private static final String PRICE = "endpoint.price";
  private static final String RENDERS = "budget.renders";
  private static final String MONEY = "budget.money";

  Optional<Money> price() {
    return money(PRICE);
  }

  Budget read() {
    var renders = settings.whole(RENDERS, 0, Integer.MAX_VALUE);
    var money = money(MONEY);
    var per = settings.choice("budget.per", "run", "day", "month");
    var zone = settings.read("budget.zone", TimeZoneSetting::parse).orElse(ZoneId.systemDefault());
    if (settings.has(MONEY) && !settings.has(PRICE)) {
      settings.complain(
          MONEY, "needs a price; write the price of one render, such as endpoint: { price: 0.02 }");
    }
    if (per.isPresent() && !settings.has(RENDERS) && !settings.has(MONEY)) {
      settings.complain(
          "budget.per",
          "is " + per.get() + ", but there is no amount; add budget.renders or budget.money");
    }
    return new Budget(
        renders.isPresent() ? OptionalLong.of(renders.get()) : OptionalLong.empty(),
        money.orElse(null),
        per.map(text -> Per.valueOf(text.toUpperCase(Locale.ROOT))).orElse(Per.RUN),
        zone);
  }

  private Optional<Money> money(String key) {
    return settings.number(key, 0, MOST_MONEY).flatMap(amount -> exact(key, amount));
  }

  private Optional<Money> exact(String key, BigDecimal amount) {
    if (amount.stripTrailingZeros().scale() <= DECIMALS) return Optional.of(Money.of(amount));
    settings.complain(
        key, "is " + amount.toPlainString() + "; write at most " + DECIMALS + " decimals");
    return Optional.empty();
  }
}
