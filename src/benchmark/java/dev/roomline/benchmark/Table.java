package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured, for a person to read. */
final class Table {
  private static final Path FILE = Path.of("target", "benchmarks.md");

  private final Plan plan;
  private final double loadBefore = Machine.load();
  private final List<String> lines = new ArrayList<>();

  Table(Plan plan) {
    this.plan = plan;
  }

  void add(String workload, List<Line> more) {
    for (var line : more) {
      var told = plan.scale() == 1 ? line : line.unjudged();
      lines.add(told.markdown(workload));
    }
  }

  /** Prints it, and keeps it in {@code target/benchmarks.md}. */
  void tell() throws IOException {
    var text = String.join("\n", head()) + "\n" + String.join("\n", lines) + "\n";
    System.out.println("\n" + text);
    Files.writeString(FILE, text);
    System.out.println("written to " + FILE);
  }

  private List<String> head() {
    var head = new ArrayList<String>();
    head.add("- " + Machine.hardware());
    head.add("- " + Machine.jdk());
    head.add("- `" + Machine.command() + "`");
    head.add("- Load average before: " + Figures.text(loadBefore));
    head.add("- Medians of " + plan.repeats() + ", and the least and the most.");
    if (plan.scale() != 1)
      head.add("- **A short form**: " + plan.scale()
          + " of the usual rows, which the goals are not for.");
    if (!Machine.tellsPeaks())
      head.add("- This system does not tell peaks of memory: 0 is unknown.");
    head.add("");
    head.add("| workload | figure | jar | loop | jar ÷ loop | goal | |");
    head.add("|---|---|--:|--:|--:|---|---|");
    return head;
  }
}
