package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RowSelection;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say who decides, and why. */
final class DecisionOptions {
  @Option(names = "--why", paramLabel = "TEXT", description = "The reason. Kept in the ledger.")
  String why = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides. Default: the user of this machine")
  String by = System.getProperty("user.name", "");

  /** The rows to decide about; throws InvalidInputException if none is named. */
  static RowSelection rows(String command, List<String> rows) {
    if (rows.isEmpty()) throw new InvalidInputException(command + ": name the rows, or all");
    return RowSelection.parse(rows);
  }
}
