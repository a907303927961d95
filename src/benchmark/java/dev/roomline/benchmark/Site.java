package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a workload is measured, and how thoroughly.
 *
 * @param folder its own
 */
record Site(Plan plan, Path folder) {

  /** Opens a sandbox for this load, warms it up, and has the jar prove the endpoint. */
  Bench open(Load load) throws IOException, InterruptedException {
    return Bench.open(this, load);
  }

  /** Has jar and loop take turns at all rows of this load. */
  Duel duel(Load load) throws IOException, InterruptedException {
    try (var bench = open(load)) {
      return bench.duel();
    }
  }

  int rows(int usual) {
    return plan.rows(usual);
  }

  void say(String what, Object... values) {
    System.out.println("[benchmark] " + String.format(what, values));
  }

  static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
