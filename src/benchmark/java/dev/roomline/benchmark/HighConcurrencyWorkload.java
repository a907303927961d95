package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Very many slow renders at a time. */
record HighConcurrencyWorkload() implements Workload {
  private static final int AT_ONCE = 1_000;
  private static final int ROUNDS = 3;

  @Override
  public String name() {
    return "wide";
  }

  @Override
  public List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception {
    var atOnce = benchmarkContext.rows(AT_ONCE);
    var baselineComparison =
        benchmarkContext.duel(LoadProfile.unpaced(name(), ROUNDS * atOnce, atOnce, "--latency 8s"));
    var lines = new ArrayList<ReportRow>();
    lines.add(
        baselineComparison.line("time ÷ ideal", it -> it.ratioToIdeal(atOnce)).atMost(1.10));
    lines.add(
        baselineComparison.line("seconds from the first create to the end", MeasuredRun::seconds));
    lines.add(baselineComparison.line("ideal, seconds", it -> it.idealSeconds(atOnce)));
    lines.add(
        baselineComparison.line("most at the provider at a time", it -> it.count("most_at_once")));
    lines.addAll(baselineComparison.commonRows());
    return lines;
  }
}
