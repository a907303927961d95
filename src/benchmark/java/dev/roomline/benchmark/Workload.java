package dev.roomline.benchmark;

import java.util.List;

/** One kind of work that is measured. */
interface Workload {
  /** As it is chosen by {@code -Dworkload}. */
  String name();

  /** Whether it takes too long to belong to all of them. */
  default boolean onlyIfNamed() {
    return false;
  }

  /** Measures, and returns the rows of the report. */
  List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception;
}
