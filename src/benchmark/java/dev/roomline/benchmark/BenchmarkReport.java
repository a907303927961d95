package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured, for a person to read. */
final class BenchmarkReport {
  private static final Path FILE = Path.of("target", "benchmarks.md");

  private final BenchmarkOptions benchmarkOptions;
  private final double loadBefore = MachineInfo.load();
  private final List<String> lines = new ArrayList<>();

  BenchmarkReport(BenchmarkOptions benchmarkOptions) {
    this.benchmarkOptions = benchmarkOptions;
  }

  void add(String workload, List<ReportRow> more) {
    for (var reportRow : more) {
      var reported = benchmarkOptions.scale() == 1 ? reportRow : reportRow.unjudged();
      lines.add(reported.markdown(workload));
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
    head.add("- " + MachineInfo.hardware());
    head.add("- " + MachineInfo.jdk());
    head.add("- `" + MachineInfo.command() + "`");
    head.add("- Load average before: " + SampleStatistics.text(loadBefore));
    head.add("- Medians of " + benchmarkOptions.repeats() + ", and the least and the most.");
    if (benchmarkOptions.scale() != 1)
      head.add("- **A short form**: " + benchmarkOptions.scale()
          + " of the usual rows, which the goals are not for.");
    if (!MachineInfo.tellsPeaks())
      head.add("- This system does not tell peaks of memory: 0 is unknown.");
    head.add("");
    head.add("| workload | figure | jar | loop | jar ÷ loop | goal | |");
    head.add("|---|---|--:|--:|--:|---|---|");
    return head;
  }
}
