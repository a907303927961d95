package dev.roomline.benchmark;

import java.io.IOException;
import java.util.List;

/**
 * A million rows, once: nine tenths are bought, then the same command goes on to the end. Reports
 * whether memory grew, and how long going on took to its first call. The jar only: the loop keeps
 * every row in memory.
 */
record MillionRowsWorkload() implements Workload {
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
  public List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception {
    var loadProfile = LoadProfile.free(name(), benchmarkContext.rows(ROWS));
    try (var benchmarkSession = benchmarkContext.open(loadProfile)) {
      var few = once(benchmarkSession, "few", benchmarkContext.rows(FEW));
      var fewest = once(benchmarkSession, "fewest", FEWEST);
      var place = benchmarkSession.begin("most");
      var rooms = benchmarkSession.file("rooms.csv");
      var done = loadProfile.rows() / 10 * 9;
      var first = BenchmarkSession.runToGoodEnd(
          place, () -> benchmarkSession.startJar(place, rooms, "--limit", "" + done));
      benchmarkContext.say("million: %,d rows bought: %.0f s", done, first.seconds());
      var rest = benchmarkSession.measured(
          "jar, the rest", 1, place, () -> benchmarkSession.startJar(place, rooms));
      var startUp = fewest.toTheFirstCreate();
      var peak = Math.max(first.peakMib(), rest.processUsage().peakMib());
      return List.of(
          one("rows that came to nothing", rest.rows() - rest.rendered()),
          one("rows bought a second, %,d of them".formatted(done), done / first.seconds()),
          one("peak memory while these are bought, MiB", first.peakMib()),
          one("peak memory while the rest is, MiB", rest.processUsage().peakMib()),
          one(
              "peak memory at %,d rows, MiB".formatted(few.rows()),
              few.processUsage().peakMib()),
          one("the most ÷ that", peak / few.processUsage().peakMib()).atMost(1.2),
          one("seconds to the first create of the rest", rest.toTheFirstCreate()),
          one("the same of a run over %d rows".formatted(FEWEST), startUp),
          one("seconds beyond start-up", rest.toTheFirstCreate() - startUp).atMost(5),
          one("seconds from that create to the end", rest.seconds()));
    }
  }

  private static MeasuredRun once(BenchmarkSession benchmarkSession, String name, int rows)
      throws IOException, InterruptedException {
    return benchmarkSession.jar(
        "jar, " + name,
        1,
        rows,
        RoomListWriter.write(benchmarkSession.file(name + ".csv"), name, rows));
  }

  private static ReportRow one(String figure, double value) {
    return ReportRow.of(figure, new SampleStatistics(value));
  }
}
