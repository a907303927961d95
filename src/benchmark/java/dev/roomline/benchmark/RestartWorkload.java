package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long a stopped run takes to its first new call, when nine tenths of its rows are done. The
 * jar only: the loop would buy them all again. Each measurement ends by force at that call.
 */
record RestartWorkload() implements Workload {
  private static final int ROWS = 100_000;
  private static final int FEW = 10;
  private static final long EACH_MILLIS = 50;

  @Override
  public String name() {
    return "restart";
  }

  @Override
  public List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception {
    var loadProfile = LoadProfile.free(name(), benchmarkContext.rows(ROWS));
    var done = loadProfile.rows() / 10 * 9;
    try (var benchmarkSession = benchmarkContext.open(loadProfile)) {
      var first = benchmarkSession.begin("first");
      benchmarkSession.prepare(
          first, benchmarkSession.file("rooms.csv"), "--limit", Integer.toString(done));
      var few = RoomListWriter.write(benchmarkSession.file("few.csv"), "few", FEW);
      var again = new ArrayList<Double>();
      var startUp = new ArrayList<Double>();
      var beyond = new ArrayList<Double>();
      for (int repeat = 1; repeat <= benchmarkContext.benchmarkOptions().repeats(); repeat++) {
        again.add(toTheFirstCreate(benchmarkSession, first, benchmarkSession.file("rooms.csv")));
        startUp.add(toTheFirstCreate(benchmarkSession, benchmarkSession.file("proven"), few));
        beyond.add(again.get(repeat - 1) - startUp.get(repeat - 1));
        benchmarkContext.say("restart: repeat %d: %.1f s", repeat, again.get(repeat - 1));
      }
      var what =
          "seconds to the first create, %,d of %,d rows done".formatted(done, loadProfile.rows());
      return List.of(
          ReportRow.of(what, SampleStatistics.of(again)),
          ReportRow.of(
              "the same of a run over %d rows".formatted(FEW), SampleStatistics.of(startUp)),
          ReportRow.of("seconds beyond start-up", SampleStatistics.of(beyond)).atMost(5));
    }
  }

  private static double toTheFirstCreate(BenchmarkSession benchmarkSession, Path left, Path rooms)
      throws IOException, InterruptedException {
    var place = benchmarkSession.begin("again");
    FileTrees.copy(left, place);
    benchmarkSession.sandboxProcess().resetReport();
    var beganAt = System.currentTimeMillis();
    var process = benchmarkSession.startJar(place, rooms);
    try {
      while (benchmarkSession.sandboxProcess().report().path("creates").asLong() == 0) {
        if (process.waitFor(EACH_MILLIS, TimeUnit.MILLISECONDS))
          throw new IllegalStateException(
              "it ended without a call: see " + JavaProcesses.output(place));
      }
      return (benchmarkSession.sandboxProcess().report().path("first_create_at").asLong() - beganAt)
          / 1e3;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
