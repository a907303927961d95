package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How much of a permitted rate is used. */
record RateLimitWorkload() implements Workload {
  private static final int ROWS = 1_500;
  private static final int PER_MINUTE = 3_000;
  private static final int BURST = 50;

  /** About 130 are in flight at a time, which is below the concurrency limit. */
  private static final int AT_ONCE = 400;

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception {
    var sandbox = BenchmarkContext.words("--latency 2s..10s --requests-per-minute 3000 --burst 50");
    var baselineComparison = benchmarkContext.duel(
        new LoadProfile(name(), benchmarkContext.rows(ROWS), AT_ONCE, PER_MINUTE, BURST, sandbox));
    var lines = new ArrayList<ReportRow>();
    lines.add(baselineComparison
        .line("accepted of what is permitted", RateLimitWorkload::used)
        .atLeast(0.985));
    lines.add(baselineComparison.line("rejections", MeasuredRun::refused).atMost(0));
    lines.add(baselineComparison.line("most arrivals in any second", MeasuredRun::mostPerSecond));
    lines.add(
        baselineComparison.line("seconds from first to last create", MeasuredRun::spanOfSends));
    lines.addAll(baselineComparison.commonRows());
    return lines;
  }

  private static double used(MeasuredRun measuredRun) {
    return measuredRun.count("billed") / (BURST + PER_MINUTE / 60.0 * measuredRun.spanOfSends());
  }
}
