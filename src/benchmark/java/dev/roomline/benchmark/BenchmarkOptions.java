package dev.roomline.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked for on the command line.
 *
 * @param chosen the workloads' names; none: all of them
 * @param repeats how often jar and loop take turns
 * @param scale the rows' share of what a workload usually has
 */
record BenchmarkOptions(List<String> chosen, int repeats, double scale) {
  private static final int FEWEST = 20;

  static BenchmarkOptions fromSystemProperties() {
    var chosen = Stream.of(System.getProperty("workload", "").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
    return new BenchmarkOptions(
        chosen,
        Integer.getInteger("benchmark.repeats", 3),
        Double.parseDouble(System.getProperty("benchmark.scale", "1")));
  }

  boolean wants(Workload workload) {
    return chosen.isEmpty()
        ? !workload.onlyIfNamed()
        : chosen.stream().anyMatch(name -> means(name, workload));
  }

  /** Throws unless each chosen name is that of a workload. */
  void check(List<Workload> all) {
    for (var name : chosen) {
      if (all.stream().noneMatch(workload -> means(name, workload)))
        throw new IllegalArgumentException("workload " + name + " is none of "
            + String.join(", ", all.stream().map(Workload::name).toList()));
    }
  }

  /** {@code queue} means both of them. */
  private static boolean means(String name, Workload workload) {
    return workload.name().equals(name) || workload.name().startsWith(name + "-");
  }

  int rows(int usual) {
    return (int) Math.max(Math.min(FEWEST, usual), Math.round(usual * scale));
  }
}
