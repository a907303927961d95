package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What a render costs on this side, if the provider takes no time at all. */
record OverheadWorkload() implements Workload {
  private static final int ROWS = 20_000;

  @Override
  public String name() {
    return "overhead";
  }

  @Override
  public List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception {
    var baselineComparison =
        benchmarkContext.duel(LoadProfile.free(name(), benchmarkContext.rows(ROWS)));
    var lines = new ArrayList<ReportRow>();
    lines.add(baselineComparison
        .line("rows per second", MeasuredRun::rowsPerSecond)
        .atLeastOfTheLoop(0.6));
    lines.add(baselineComparison.line(
        "CPU seconds per 1,000 rows, start-up included", MeasuredRun::cpuPerThousand));
    lines.add(baselineComparison.line("the sandbox's share of all CPU", MeasuredRun::sandboxShare));
    lines.add(baselineComparison.line("cores kept busy, sandbox included", MeasuredRun::coresBusy));
    lines.addAll(baselineComparison.commonRows());
    return lines;
  }
}
