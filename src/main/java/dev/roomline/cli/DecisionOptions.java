package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RowSelection;
import java.util.List;
import picocli.CommandLine.Option;

/** Who decides, and why. */
final class DecisionOptions {
  @Option(names = "--why", paramLabel = "TEXT", description = "The reason. Kept in the ledger.")
  String why = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides. Default: the user of this machine")
  String by = System.getProperty("user.name", "");

  /** The rows to decide about; without any the command is refused, so that none means no row. */
  static RowSelection rows(String command, List<String> rows) {
    if (rows.isEmpty()) throw new InvalidInputException(command + ": name the rows, or all");
    return RowSelection.parse(rows);
  }
}
