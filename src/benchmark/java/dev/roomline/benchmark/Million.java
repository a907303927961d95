package dev.roomline.benchmark;

import java.io.IOException;
import java.util.List;

/**
 * A million rows, once: nine tenths are bought, then the same command goes on to the end. What is
 * seen of both: whether memory grew, and how long going on took to its first call. The jar only: the
 * loop keeps every row in memory.
 */
record Million() implements Workload {
  private static final int ROWS = 1_000_000;
  private static final int FEW = 10_000;
  private static final int FEWEST = 10;

  @Override
  public String name() {
    return "million";
  }

  @Override
  public boolean onlyIfNamed() {
    return true;
  }

  @Override
  public List<Line> measure(Site site) throws Exception {
    var load = Load.free(name(), site.rows(ROWS));
    try (var bench = site.open(load)) {
      var few = once(bench, "few", site.rows(FEW));
      var fewest = once(bench, "fewest", FEWEST);
      var place = bench.begin("most");
      var rooms = bench.file("rooms.csv");
      var done = load.rows() / 10 * 9;
      var first = Bench.well(place, () -> bench.buy(place, rooms, "--limit", "" + done));
      site.say("million: %,d rows bought: %.0f s", done, first.seconds());
      var rest = bench.measured("jar, the rest", 1, place, () -> bench.buy(place, rooms));
      var startUp = fewest.toTheFirstCreate();
      var peak = Math.max(first.peakMib(), rest.spent().peakMib());
      return List.of(
          one("rows that came to nothing", rest.rows() - rest.rendered()),
          one("rows bought a second, %,d of them".formatted(done), done / first.seconds()),
          one("peak memory while these are bought, MiB", first.peakMib()),
          one("peak memory while the rest is, MiB", rest.spent().peakMib()),
          one("peak memory at %,d rows, MiB".formatted(few.rows()), few.spent().peakMib()),
          one("the most ÷ that", peak / few.spent().peakMib()).atMost(1.2),
          one("seconds to the first create of the rest", rest.toTheFirstCreate()),
          one("the same of a run over %d rows".formatted(FEWEST), startUp),
          one("seconds beyond start-up", rest.toTheFirstCreate() - startUp).atMost(5),
          one("seconds from that create to the end", rest.seconds()));
    }
  }

  private static Trial once(Bench bench, String name, int rows)
      throws IOException, InterruptedException {
    return bench.jar("jar, " + name, 1, rows, Rooms.write(bench.file(name + ".csv"), name, rows));
  }

  private static Line one(String figure, double value) {
    return Line.of(figure, new Figures(value));
  }
}
