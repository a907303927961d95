package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a workload is measured, and how thoroughly.
 *
 * @param folder its own
 */
record BenchmarkContext(BenchmarkOptions benchmarkOptions, Path folder) {

  /** Opens a sandbox for this load, warms it up, and buys one render with the jar. */
  BenchmarkSession open(LoadProfile loadProfile) throws IOException, InterruptedException {
    return BenchmarkSession.open(this, loadProfile);
  }

  /** Measures jar and loop alternately over all rows of this load. */
  BaselineComparison duel(LoadProfile loadProfile) throws IOException, InterruptedException {
    try (var benchmarkSession = open(loadProfile)) {
      return benchmarkSession.compareWithBaseline();
    }
  }

  int rows(int usual) {
    return benchmarkOptions.rows(usual);
  }

  void say(String what, Object... values) {
    System.out.println("[benchmark] " + String.format(what, values));
  }

  static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
