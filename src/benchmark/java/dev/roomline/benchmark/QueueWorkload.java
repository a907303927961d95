package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How well the account's queue is kept full: one render too many is rejected. */
record QueueWorkload(boolean processing) implements Workload {
  private static final int ROWS = 400;
  private static final int PLACES = 15;

  @Override
  public String name() {
    return processing ? "queue-processing" : "queue-synchronous";
  }

  @Override
  public List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception {
    var sandbox = "--latency 1s..5s --queue " + PLACES;
    if (processing) sandbox += " --processing 1 --eta-step 100ms";
    var baselineComparison = benchmarkContext.duel(
        LoadProfile.unpaced(name(), benchmarkContext.rows(ROWS), PLACES, sandbox));
    var lines = new ArrayList<ReportRow>();
    lines.add(baselineComparison
        .line("time ÷ ideal", it -> it.ratioToIdeal(PLACES))
        .atMost(processing ? 1.15 : 1.03));
    lines.add(
        baselineComparison.line("seconds from the first create to the end", MeasuredRun::seconds));
    lines.add(baselineComparison.line("ideal, seconds", it -> it.idealSeconds(PLACES)));
    lines.add(baselineComparison.line("rejections", MeasuredRun::refused));
    if (processing)
      lines.add(baselineComparison
          .line("polls per render", MeasuredRun::pollsPerRender)
          .atMost(1.5));
    lines.addAll(baselineComparison.commonRows());
    return lines;
  }
}
