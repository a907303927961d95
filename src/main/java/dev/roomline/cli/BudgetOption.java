package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The budget of this command, which replaces the job file's. */
final class BudgetOption {
  private static final List<String> NAMES = List.of("renders", "money", "per", "zone");

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "The budget: --budget 120 (renders), --budget money=25.50, --budget per=day."
          + " Can be repeated.")
  private List<String> budget = List.of();

  /** The options as keys of the job file. */
  Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    for (var text : budget) {
      var equals = text.indexOf('=');
      var name = equals < 0 ? "renders" : text.substring(0, equals).strip();
      if (!NAMES.contains(name) || (equals < 0 && !text.matches("\\d+"))) {
        throw new InvalidInputException(
            "--budget " + text + ": write --budget 120 for renders, or --budget money=25.50");
      }
      settings.put("budget." + name, text.substring(equals + 1).strip());
    }
    return settings;
  }
}
