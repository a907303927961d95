package dev.roomline.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a verb buys this time. */
final class BuyingOptions {
  @Mixin
  private BudgetOption budget = new BudgetOption();

  @Mixin
  private WindowOptions window = new WindowOptions();

  @Mixin
  private LimitOption limit = new LimitOption();

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Wait this long for another run on the same state.")
  Duration wait = Duration.ZERO;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long an interrupted run waits for calls in flight: ${DEFAULT-VALUE}.")
  Duration grace = Duration.ZERO;

  /** As keys of the sheet. */
  Map<String, String> settings() {
    var settings = new LinkedHashMap<>(budget.settings());
    settings.putAll(window.overrides());
    return settings;
  }

  /** The most renders to buy; empty for as many as the budget has. */
  OptionalLong most() {
    return limit.most();
  }
}
