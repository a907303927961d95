package dev.roomline.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What jar and loop took, in alternating measurements. */
record BaselineComparison(List<MeasuredRun> jar, List<MeasuredRun> loop) {

  ReportRow line(String figure, ToDoubleFunction<MeasuredRun> value) {
    return ReportRow.of(figure, jarFigures(value)).against(SampleStatistics.of(loop, value));
  }

  SampleStatistics jarFigures(ToDoubleFunction<MeasuredRun> value) {
    return SampleStatistics.of(jar, value);
  }

  /** The figures that every workload reports as well. */
  List<ReportRow> commonRows() {
    return List.of(
        line("rows that came to nothing", it -> it.rows() - it.rendered()),
        line("CPU seconds, start-up included", it -> it.processUsage().cpuSeconds()),
        line("peak memory, MiB", it -> it.processUsage().peakMib()));
  }
}
