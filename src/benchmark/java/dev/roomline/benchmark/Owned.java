package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A nightly list most of which is owned already: 99 of 100 rows were bought before, and the same
 * command is given again, into the same output. Each turn begins with a copy of what that first run
 * left; its pictures are linked, not copied. The loop reads and writes the table, nothing else.
 */
record Owned() implements Workload {
  private static final int ROWS = 100_000;
  private static final int NEW = 100;
  private static final int FEW = 10;

  @Override
  public String name() {
    return "owned";
  }

  @Override
  public List<Line> measure(Site site) throws Exception {
    var load = Load.free(name(), site.rows(ROWS));
    try (var bench = site.open(load)) {
      prepare(bench);
      var jar = new ArrayList<Trial>();
      var copying = new ArrayList<Spent>();
      var startUp = new ArrayList<Double>();
      for (int turn = 1; turn <= site.plan().repeats(); turn++) {
        jar.add(again(bench, turn));
        copying.add(copy(bench));
        startUp.add(few(bench).seconds());
      }
      return lines(load.rows(), jar, copying, startUp);
    }
  }

  private static List<Line> lines(
      int rows, List<Trial> jar, List<Spent> copying, List<Double> startUp) {
    var seconds = Figures.of(jar, it -> it.spent().seconds());
    var beyond = new ArrayList<Double>();
    for (int turn = 0; turn < jar.size(); turn++)
      beyond.add(jar.get(turn).spent().seconds() - startUp.get(turn));
    return List.of(
        Line.of("seconds, whole process", seconds).against(Figures.of(copying, Spent::seconds)),
        Line.of(
                "rows per second, whole process",
                Figures.of(jar, it -> rows / it.spent().seconds()))
            .against(Figures.of(copying, it -> rows / it.seconds()))
            .atLeast(10_000),
        Line.of("seconds, whole process, for " + FEW + " owned rows", Figures.of(startUp)),
        Line.of("seconds beyond that", Figures.of(beyond)),
        Line.of("rows bought", Figures.of(jar, it -> it.count("billed"))),
        Line.of("rows that came to nothing", Figures.of(jar, it -> it.rows() - it.rendered())),
        Line.of(
                "CPU seconds, start-up included",
                Figures.of(jar, it -> it.spent().cpuSeconds()))
            .against(Figures.of(copying, Spent::cpuSeconds)),
        Line.of("peak memory, MiB", Figures.of(jar, it -> it.spent().peakMib()))
            .against(Figures.of(copying, Spent::peakMib)));
  }

  private static void prepare(Bench bench) throws IOException, InterruptedException {
    var rows = bench.load().rows();
    var first = bench.begin("first");
    bench.prepare(
        first, Rooms.write(first.resolve("rooms.csv"), "room", rows, row -> row % NEW != NEW - 1));
    var few = bench.begin("few");
    bench.prepare(few, Rooms.write(few.resolve("rooms.csv"), "few", FEW));
  }

  private static Trial again(Bench bench, int turn) throws IOException, InterruptedException {
    var place = left(bench, "first");
    var all = Rooms.write(place.resolve("rooms.csv"), "room", bench.load().rows());
    return bench.measured("jar", turn, place, () -> bench.buy(place, all));
  }

  private static Spent few(Bench bench) throws IOException, InterruptedException {
    var place = left(bench, "few");
    return Bench.well(place, () -> bench.buy(place, place.resolve("rooms.csv")));
  }

  private static Spent copy(Bench bench) throws IOException, InterruptedException {
    var place = bench.begin("copying");
    var from = bench.file("rooms.csv");
    return Bench.well(
        place, () -> Java.main(Copying.class, place, from, place.resolve("copy.csv")));
  }

  private static Path left(Bench bench, String by) throws IOException {
    var place = bench.begin("again");
    Folders.copy(bench.file(by), place);
    return place;
  }
}
