package dev.roomline.campaign;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A job whose list, settings and path to its file change by chance from one start to the next. */
final class EditedJob {
  static final int MOST_BUDGET = 14;
  private static final int ROOMS = 30;
  private static final String FILE = "nightly.yml";

  private final PackagedJar packagedJar;
  private final Random chance;
  private final List<String> prompts = new ArrayList<>();
  private int written;

  /**
   * One command for the jar.
   *
   * @param edit what is new about it, for the table of a campaign
   * @param budget renders it may pay for since the last orderly end
   */
  record Start(String edit, boolean fresh, int budget, List<String> arguments) {}

  EditedJob(Path folder, URI provider, Random chance) throws IOException {
    this.packagedJar = new PackagedJar(Files.createDirectories(folder), provider);
    this.chance = chance;
    Files.writeString(folder.resolve(FILE), """
        input: %1$s/rooms.csv
        output: %1$s/out/rooms
        state: %1$s/state
        limits: { requests-per-minute: unlimited }
        keep-originals: false
        retries: 0
        """.formatted(folder));
    Files.createSymbolicLink(folder.resolve("tonight.yml"), folder.resolve(FILE));
    Files.createSymbolicLink(folder.resolve("link"), folder);
    Files.copy(
        folder.resolve(FILE), Files.createDirectories(folder.resolve("copies")).resolve(FILE));
    for (var room = 0; room < ROOMS; room++) prompts.add(prompt());
    write();
  }

  PackagedJar jar() {
    return packagedJar;
  }

  /** Edits something and tells how the job is started next. */
  Start next() throws IOException {
    var job = List.of(FILE);
    var inFlight = 5;
    var fresh = chance.nextInt(4) == 0;
    var edit = chance.nextInt(8);
    switch (edit) {
      case 0 -> append();
      case 1 -> change();
      case 2 -> job = otherPaths();
      case 3 -> inFlight = 1 + chance.nextInt(8);
      default -> {}
    }
    var path = job.get(chance.nextInt(job.size()));
    if (edit == 4) {
      return chance.nextBoolean()
          ? decision("retry", path, "--yes")
          : decision("resolve", path, "give-up", "all");
    }
    var budget = edit == 5 ? 6 + chance.nextInt(MOST_BUDGET - 5) : MOST_BUDGET - 4;
    var arguments = new ArrayList<>(List.of("run", path, "--budget=" + budget, "--no-color"));
    arguments.add("--set=limits.in-flight=" + inFlight);
    if (fresh) arguments.add("--fresh");
    return new Start(name(edit) + (fresh ? ", --fresh" : ""), fresh, budget, arguments);
  }

  /** The plain command, with a budget for all that is left. */
  Start last() {
    return new Start("last", false, 1_000, List.of("run", FILE, "--budget=1000", "--no-color"));
  }

  List<String> rows() {
    return PackagedJar.allRows(prompts.size());
  }

  private static Start decision(String command, String path, String... more) {
    var arguments = new ArrayList<>(List.of(command, path));
    arguments.addAll(List.of(more));
    if (command.equals("retry")) arguments.add("--set=budget.renders=" + (MOST_BUDGET - 4));
    return new Start(command, false, MOST_BUDGET - 4, arguments);
  }

  private static String name(int edit) {
    return switch (edit) {
      case 0 -> "rows appended";
      case 1 -> "a row changed";
      case 2 -> "by another path";
      case 3 -> "another in-flight";
      case 5 -> "another budget";
      default -> "the same command";
    };
  }

  private List<String> otherPaths() {
    var folder = packagedJar.folder().getFileName();
    return List.of("tonight.yml", "link/" + FILE, "copies/" + FILE, "../" + folder + "/" + FILE);
  }

  private void append() throws IOException {
    IntStream.rangeClosed(0, chance.nextInt(4)).forEach(room -> prompts.add(prompt()));
    write();
  }

  private void change() throws IOException {
    prompts.set(chance.nextInt(prompts.size()), prompt());
    write();
  }

  /** One in eight is refused at first, so that a retry has something to do. */
  private String prompt() {
    var prompt = "room " + written++;
    return written % 8 == 0 ? prompt + " [sandbox model 1]" : prompt;
  }

  private void write() throws IOException {
    packagedJar.rooms(prompts);
  }
}
