package dev.roomline.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that limit what this command buys. */
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
      description = "Wait this long for another run that uses the same state.")
  Duration wait = Duration.ZERO;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "Wait this long for sent renders after Ctrl-C. Default: ${DEFAULT-VALUE}")
  Duration grace = Duration.ZERO;

  /** The options as keys of the job file. */
  Map<String, String> settings() {
    var settings = new LinkedHashMap<>(budget.settings());
    settings.putAll(window.overrides());
    return settings;
  }

  /** The most renders to pay for; empty for as many as the budget allows. */
  OptionalLong most() {
    return limit.most();
  }
}
