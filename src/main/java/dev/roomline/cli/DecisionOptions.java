package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RowSelection;
import java.util.List;
import picocli.CommandLine.Option;

/** Who decides, and why. */
final class DecisionOptions {
  @Option(names = "--why", paramLabel = "TEXT", description = "Kept in the books.")
  String why = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides; the user of this machine if not given.")
  String by = System.getProperty("user.name", "");

  /** The rows that are decided about; nobody decides about all of them by naming none. */
  static RowSelection rows(String verbAndDecision, List<String> rows) {
    if (rows.isEmpty())
      throw new InvalidInputException(verbAndDecision + ": name the rows, or all");
    return RowSelection.parse(rows);
  }
}
