package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A nightly list most of which is paid already: 99 of 100 rows were bought before, and the same
 * command is given again, into the same output. Each measurement begins with a copy of that
 * first run; its pictures are linked, not copied. The loop only reads and writes the table.
 */
record MostlyPaidWorkload() implements Workload {
  private static final int ROWS = 100_000;
  private static final int NEW = 100;
  private static final int FEW = 10;

  @Override
  public String name() {
    return "owned";
  }

  @Override
  public List<ReportRow> measure(BenchmarkContext benchmarkContext) throws Exception {
    var loadProfile = LoadProfile.free(name(), benchmarkContext.rows(ROWS));
    try (var benchmarkSession = benchmarkContext.open(loadProfile)) {
      prepare(benchmarkSession);
      var jar = new ArrayList<MeasuredRun>();
      var copying = new ArrayList<ProcessUsage>();
      var startUp = new ArrayList<Double>();
      for (int repeat = 1; repeat <= benchmarkContext.benchmarkOptions().repeats(); repeat++) {
        jar.add(again(benchmarkSession, repeat));
        copying.add(copy(benchmarkSession));
        startUp.add(few(benchmarkSession).seconds());
      }
      return lines(loadProfile.rows(), jar, copying, startUp);
    }
  }

  private static List<ReportRow> lines(
      int rows, List<MeasuredRun> jar, List<ProcessUsage> copying, List<Double> startUp) {
    var seconds = SampleStatistics.of(jar, it -> it.processUsage().seconds());
    var beyond = new ArrayList<Double>();
    for (int repeat = 0; repeat < jar.size(); repeat++)
      beyond.add(jar.get(repeat).processUsage().seconds() - startUp.get(repeat));
    return List.of(
        ReportRow.of("seconds, whole process", seconds)
            .against(SampleStatistics.of(copying, ProcessUsage::seconds)),
        ReportRow.of(
                "rows per second, whole process",
                SampleStatistics.of(jar, it -> rows / it.processUsage().seconds()))
            .against(SampleStatistics.of(copying, it -> rows / it.seconds()))
            .atLeast(10_000),
        ReportRow.of(
            "seconds, whole process, for " + FEW + " owned rows", SampleStatistics.of(startUp)),
        ReportRow.of("seconds beyond that", SampleStatistics.of(beyond)),
        ReportRow.of("rows bought", SampleStatistics.of(jar, it -> it.count("billed"))),
        ReportRow.of(
            "rows that came to nothing", SampleStatistics.of(jar, it -> it.rows() - it.rendered())),
        ReportRow.of(
                "CPU seconds, start-up included",
                SampleStatistics.of(jar, it -> it.processUsage().cpuSeconds()))
            .against(SampleStatistics.of(copying, ProcessUsage::cpuSeconds)),
        ReportRow.of(
                "peak memory, MiB",
                SampleStatistics.of(jar, it -> it.processUsage().peakMib()))
            .against(SampleStatistics.of(copying, ProcessUsage::peakMib)));
  }

  private static void prepare(BenchmarkSession benchmarkSession)
      throws IOException, InterruptedException {
    var rows = benchmarkSession.loadProfile().rows();
    var first = benchmarkSession.begin("first");
    benchmarkSession.prepare(
        first,
        RoomListWriter.write(
            first.resolve("rooms.csv"), "room", rows, row -> row % NEW != NEW - 1));
    var few = benchmarkSession.begin("few");
    benchmarkSession.prepare(few, RoomListWriter.write(few.resolve("rooms.csv"), "few", FEW));
  }

  private static MeasuredRun again(BenchmarkSession benchmarkSession, int repeat)
      throws IOException, InterruptedException {
    var place = left(benchmarkSession, "first");
    var all = RoomListWriter.write(
        place.resolve("rooms.csv"), "room", benchmarkSession.loadProfile().rows());
    return benchmarkSession.measured(
        "jar", repeat, place, () -> benchmarkSession.startJar(place, all));
  }

  private static ProcessUsage few(BenchmarkSession benchmarkSession)
      throws IOException, InterruptedException {
    var place = left(benchmarkSession, "few");
    return BenchmarkSession.runToGoodEnd(
        place, () -> benchmarkSession.startJar(place, place.resolve("rooms.csv")));
  }

  private static ProcessUsage copy(BenchmarkSession benchmarkSession)
      throws IOException, InterruptedException {
    var place = benchmarkSession.begin("copying");
    var from = benchmarkSession.file("rooms.csv");
    return BenchmarkSession.runToGoodEnd(
        place, () -> JavaProcesses.main(CsvCopy.class, place, from, place.resolve("copy.csv")));
  }

  private static Path left(BenchmarkSession benchmarkSession, String by) throws IOException {
    var place = benchmarkSession.begin("again");
    FileTrees.copy(benchmarkSession.file(by), place);
    return place;
  }
}
