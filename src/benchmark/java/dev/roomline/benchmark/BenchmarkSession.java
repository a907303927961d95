package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/**
 * A warm sandbox, and runs against it. Each run of the jar begins with a state that has bought one
 * render there: the first purchase at an endpoint goes alone, and is not what is measured.
 */
record BenchmarkSession(
    BenchmarkContext benchmarkContext, LoadProfile loadProfile, SandboxProcess sandboxProcess)
    implements AutoCloseable {
  private static final CSVFormat TABLE =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** Done, or stopped by {@code --limit}. */
  private static final Set<Integer> GOOD_ENDS = Set.of(0, 8);

  static BenchmarkSession open(BenchmarkContext benchmarkContext, LoadProfile loadProfile)
      throws IOException, InterruptedException {
    Files.createDirectories(benchmarkContext.folder());
    var benchmarkSession = new BenchmarkSession(
        benchmarkContext,
        loadProfile,
        SandboxProcess.open(benchmarkContext.folder(), loadProfile.sandbox()));
    try {
      RoomListWriter.write(benchmarkSession.file("rooms.csv"), "room", loadProfile.rows());
      benchmarkSession.warm();
      benchmarkSession.proveEndpoint();
      return benchmarkSession;
    } catch (IOException | InterruptedException | RuntimeException e) {
      benchmarkSession.close();
      throw e;
    }
  }

  BaselineComparison compareWithBaseline() throws IOException, InterruptedException {
    var jar = new ArrayList<MeasuredRun>();
    var loop = new ArrayList<MeasuredRun>();
    for (int repeat = 1; repeat <= benchmarkContext.benchmarkOptions().repeats(); repeat++) {
      jar.add(jar(repeat));
      loop.add(loop(repeat));
    }
    return new BaselineComparison(jar, loop);
  }

  /** One run of the jar over all rooms. */
  MeasuredRun jar(int repeat) throws IOException, InterruptedException {
    return jar("jar", repeat, loadProfile.rows(), file("rooms.csv"));
  }

  /** One run of the jar over so many rooms, in a state that has bought one render. */
  MeasuredRun jar(String who, int repeat, int rows, Path rooms)
      throws IOException, InterruptedException {
    var place = begin("jar");
    FileTrees.copy(file("proven/state"), place.resolve("state"));
    return measured(who, repeat, place, rows, () -> startJar(place, rooms));
  }

  MeasuredRun loop(int repeat) throws IOException, InterruptedException {
    var place = begin("loop");
    return measured(
        "loop",
        repeat,
        place,
        () -> JavaProcesses.main(
            BaselineLoop.class,
            place,
            file("rooms.csv"),
            sandboxProcess.url(),
            loadProfile.atOnce(),
            loadProfile.perMinute()));
  }

  /** Starts the jar in a folder that holds its state and its output. */
  Process startJar(Path place, Path rooms, String... more) throws IOException {
    var arguments = new ArrayList<>(
        List.of(rooms.toString(), "--endpoint", sandboxProcess.url().toString()));
    arguments.addAll(List.of("--state", "state", "--output", "out", "--no-color"));
    arguments.addAll(loadProfile.settings());
    arguments.addAll(List.of(more));
    return JavaProcesses.jar(place, arguments);
  }

  /** Has the jar buy what a measured run finds there; not measured. */
  void prepare(Path place, Path rooms, String... more) throws IOException, InterruptedException {
    runToGoodEnd(place, () -> startJar(place, rooms, more));
  }

  /** Runs all rows and counts. */
  MeasuredRun measured(String who, int repeat, Path place, ProcessSampler.Start start)
      throws IOException, InterruptedException {
    return measured(who, repeat, place, loadProfile.rows(), start);
  }

  /** Runs so many rows. */
  MeasuredRun measured(String who, int repeat, Path place, int rows, ProcessSampler.Start start)
      throws IOException, InterruptedException {
    sandboxProcess.resetReport();
    var before = sandboxProcess.cpu();
    var processUsage = runToGoodEnd(place, start);
    var cpu = sandboxProcess.cpu().minus(before);
    var rendered = rendered(place.resolve("out/results.csv"));
    benchmarkContext.say(
        "%s: %s, repeat %d: %.1f s", loadProfile.name(), who, repeat, processUsage.seconds());
    return new MeasuredRun(processUsage, sandboxProcess.report(), cpu, rows, rendered);
  }

  /**
   * A new folder. Earlier files stay until all is measured: for minutes after many files were
   * removed, ext4 makes new ones slowly.
   */
  Path begin(String name) throws IOException {
    var place = file(name);
    for (int n = 2; Files.exists(place); n++) place = file(name + "-" + n);
    return Files.createDirectories(place);
  }

  Path file(String name) {
    return benchmarkContext.folder().resolve(name);
  }

  private void warm() throws IOException, InterruptedException {
    var place = begin("warm");
    var rooms = RoomListWriter.write(file("warm.csv"), "warm", loadProfile.rowsForWarmth());
    runToGoodEnd(
        place,
        () -> JavaProcesses.main(
            BaselineLoop.class,
            place,
            rooms,
            sandboxProcess.url(),
            loadProfile.atOnce(),
            loadProfile.perMinute()));
  }

  private void proveEndpoint() throws IOException, InterruptedException {
    prepare(begin("proven"), RoomListWriter.write(file("hello.csv"), "hello", 1));
  }

  /** Waits for the end of a process and requires its success. */
  static ProcessUsage runToGoodEnd(Path place, ProcessSampler.Start start)
      throws IOException, InterruptedException {
    var processUsage = ProcessSampler.watch(start);
    if (GOOD_ENDS.contains(processUsage.exit())) return processUsage;
    throw new IllegalStateException(
        "exit " + processUsage.exit() + "\n" + end(JavaProcesses.output(place)));
  }

  private static String end(Path output) throws IOException {
    var lines = Files.readAllLines(output);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  private static int rendered(Path results) throws IOException {
    try (var csv = TABLE.parse(Files.newBufferedReader(results))) {
      return (int)
          csv.stream().filter(it -> it.get("status").equals("rendered")).count();
    }
  }

  @Override
  public void close() {
    sandboxProcess.close();
  }
}
