package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long a stopped run takes to its first new call, when nine tenths of its rows are done. The
 * jar only: the loop would buy them all again. Each turn ends, by force, when the call has come.
 */
record Restart() implements Workload {
  private static final int ROWS = 100_000;
  private static final int FEW = 10;
  private static final long EACH_MILLIS = 50;

  @Override
  public String name() {
    return "restart";
  }

  @Override
  public List<Line> measure(Site site) throws Exception {
    var load = Load.free(name(), site.rows(ROWS));
    var done = load.rows() / 10 * 9;
    try (var bench = site.open(load)) {
      var first = bench.begin("first");
      bench.prepare(first, bench.file("rooms.csv"), "--limit", Integer.toString(done));
      var few = Rooms.write(bench.file("few.csv"), "few", FEW);
      var again = new ArrayList<Double>();
      var startUp = new ArrayList<Double>();
      var beyond = new ArrayList<Double>();
      for (int turn = 1; turn <= site.plan().repeats(); turn++) {
        again.add(toTheFirstCreate(bench, first, bench.file("rooms.csv")));
        startUp.add(toTheFirstCreate(bench, bench.file("proven"), few));
        beyond.add(again.get(turn - 1) - startUp.get(turn - 1));
        site.say("restart: turn %d: %.1f s", turn, again.get(turn - 1));
      }
      var what = "seconds to the first create, %,d of %,d rows done".formatted(done, load.rows());
      return List.of(
          Line.of(what, Figures.of(again)),
          Line.of("the same of a run over %d rows".formatted(FEW), Figures.of(startUp)),
          Line.of("seconds beyond start-up", Figures.of(beyond)).atMost(5));
    }
  }

  private static double toTheFirstCreate(Bench bench, Path left, Path rooms)
      throws IOException, InterruptedException {
    var place = bench.begin("again");
    Folders.copy(left, place);
    bench.vendor().forget();
    var beganAt = System.currentTimeMillis();
    var process = bench.buy(place, rooms);
    try {
      while (bench.vendor().report().path("creates").asLong() == 0) {
        if (process.waitFor(EACH_MILLIS, TimeUnit.MILLISECONDS))
          throw new IllegalStateException("it ended without a call: see " + Java.output(place));
      }
      return (bench.vendor().report().path("first_create_at").asLong() - beganAt) / 1e3;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
