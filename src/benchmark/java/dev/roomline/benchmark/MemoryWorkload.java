package dev.roomline.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether memory grows with the list. The jar only: the loop keeps every row in memory. */
record MemoryWorkload() implements Workload {
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;
  private static final double MOST = 1.2;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception {
    var few = peak(benchmarkContext, FEW, benchmarkContext.benchmarkOptions().repeats());
    var many = peak(benchmarkContext, MANY, benchmarkContext.benchmarkOptions().repeats());
    return List.of(
        line(benchmarkContext, FEW, few),
        line(benchmarkContext, MANY, many),
        times(benchmarkContext, many, few).atMost(MOST));
  }

  private SampleStatistics peak(BenchmarkContext benchmarkContext, int usual, int repeats)
      throws IOException, InterruptedException {
    var trials = new ArrayList<MeasuredRun>();
    try (var benchmarkSession =
        benchmarkContext.open(LoadProfile.free(name(), benchmarkContext.rows(usual)))) {
      for (int repeat = 1; repeat <= repeats; repeat++) trials.add(benchmarkSession.jar(repeat));
    }
    return SampleStatistics.of(trials, it -> it.processUsage().peakMib());
  }

  private static ReportRow line(
      BenchmarkContext benchmarkContext, int usual, SampleStatistics peak) {
    return ReportRow.of(
        "peak memory at %,d rows, MiB".formatted(benchmarkContext.rows(usual)), peak);
  }

  private static ReportRow times(
      BenchmarkContext benchmarkContext, SampleStatistics more, SampleStatistics few) {
    var what = "peak memory at %,d rows ÷ at %,d"
        .formatted(benchmarkContext.rows(MANY), benchmarkContext.rows(FEW));
    return ReportRow.of(what, new SampleStatistics(more.median() / few.median()));
  }
}
