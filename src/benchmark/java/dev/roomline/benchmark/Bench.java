package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/**
 * A warm sandbox, and runs at it. Each run of the jar begins with a state that has bought one
 * render there: the first purchase at an endpoint goes alone, and is not what is measured.
 */
record Bench(Site site, Load load, Vendor vendor) implements AutoCloseable {
  private static final CSVFormat TABLE =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** Done, or stopped by {@code --limit}. */
  private static final Set<Integer> GOOD_ENDS = Set.of(0, 8);

  static Bench open(Site site, Load load) throws IOException, InterruptedException {
    Files.createDirectories(site.folder());
    var bench = new Bench(site, load, Vendor.open(site.folder(), load.sandbox()));
    try {
      Rooms.write(bench.file("rooms.csv"), "room", load.rows());
      bench.warm();
      bench.prove();
      return bench;
    } catch (IOException | InterruptedException | RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  Duel duel() throws IOException, InterruptedException {
    var jar = new ArrayList<Trial>();
    var loop = new ArrayList<Trial>();
    for (int turn = 1; turn <= site.plan().repeats(); turn++) {
      jar.add(jar(turn));
      loop.add(loop(turn));
    }
    return new Duel(jar, loop);
  }

  /** One run of the jar over all rooms. */
  Trial jar(int turn) throws IOException, InterruptedException {
    return jar("jar", turn, load.rows(), file("rooms.csv"));
  }

  /** One run of the jar over so many rooms, in a state that has bought one render. */
  Trial jar(String who, int turn, int rows, Path rooms) throws IOException, InterruptedException {
    var place = begin("jar");
    Folders.copy(file("proven/state"), place.resolve("state"));
    return measured(who, turn, place, rows, () -> buy(place, rooms));
  }

  Trial loop(int turn) throws IOException, InterruptedException {
    var place = begin("loop");
    return measured(
        "loop",
        turn,
        place,
        () -> Java.main(
            Loop.class, place, file("rooms.csv"), vendor.url(), load.atOnce(), load.perMinute()));
  }

  /** Starts the jar in a folder that holds its state and its output. */
  Process buy(Path place, Path rooms, String... more) throws IOException {
    var arguments =
        new ArrayList<>(List.of(rooms.toString(), "--endpoint", vendor.url().toString()));
    arguments.addAll(List.of("--state", "state", "--output", "out", "--no-color"));
    arguments.addAll(load.settings());
    arguments.addAll(List.of(more));
    return Java.jar(place, arguments);
  }

  /** Has the jar buy what a measured run finds there; not measured. */
  void prepare(Path place, Path rooms, String... more) throws IOException, InterruptedException {
    well(place, () -> buy(place, rooms, more));
  }

  /** Runs all rows and counts. */
  Trial measured(String who, int turn, Path place, Watcher.Start start)
      throws IOException, InterruptedException {
    return measured(who, turn, place, load.rows(), start);
  }

  /** Runs so many rows. */
  Trial measured(String who, int turn, Path place, int rows, Watcher.Start start)
      throws IOException, InterruptedException {
    vendor.forget();
    var before = vendor.cpu();
    var spent = well(place, start);
    var cpu = vendor.cpu().minus(before);
    var rendered = rendered(place.resolve("out/results.csv"));
    site.say("%s: %s, turn %d: %.1f s", load.name(), who, turn, spent.seconds());
    return new Trial(spent, vendor.report(), cpu, rows, rendered);
  }

  /**
   * A new folder. What other turns left stays until all is measured: for minutes after many files
   * were removed, ext4 makes new ones slowly.
   */
  Path begin(String name) throws IOException {
    var place = file(name);
    for (int turn = 2; Files.exists(place); turn++) place = file(name + "-" + turn);
    return Files.createDirectories(place);
  }

  Path file(String name) {
    return site.folder().resolve(name);
  }

  private void warm() throws IOException, InterruptedException {
    var place = begin("warm");
    var rooms = Rooms.write(file("warm.csv"), "warm", load.rowsForWarmth());
    well(
        place,
        () -> Java.main(Loop.class, place, rooms, vendor.url(), load.atOnce(), load.perMinute()));
  }

  private void prove() throws IOException, InterruptedException {
    prepare(begin("proven"), Rooms.write(file("hello.csv"), "hello", 1));
  }

  /** Stays with a process to its end, which must be a good one. */
  static Spent well(Path place, Watcher.Start start) throws IOException, InterruptedException {
    var spent = Watcher.watch(start);
    if (GOOD_ENDS.contains(spent.exit())) return spent;
    throw new IllegalStateException("exit " + spent.exit() + "\n" + end(Java.output(place)));
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
    vendor.close();
  }
}
