package dev.roomline.cli;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.RowNumbers;
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
  static RowNumbers rows(String verbAndDecision, List<String> rows) {
    if (rows.isEmpty()) throw new BadInput(verbAndDecision + ": name the rows, or all");
    return RowNumbers.parse(rows);
  }
}
