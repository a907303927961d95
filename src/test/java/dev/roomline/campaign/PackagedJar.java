package dev.roomline.campaign;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The packaged jar, started from a folder as a shell does, with a given provider. */
record PackagedJar(Path folder, URI provider, Map<String, String> environment) {
  private static final Path FILE = Path.of("target/roomline.jar").toAbsolutePath();

  private static final String[] RUN = {
    "run",
    "rooms.csv",
    "--set=limits.requests-per-minute=unlimited",
    "--set=keep-originals=false",
    "--no-color"
  };

  PackagedJar(Path folder, URI provider) {
    this(folder, provider, Map.of());
  }

  /** The command that is given again and again; the provider is named by the environment. */
  Process run() throws IOException {
    return start(List.of(), RUN);
  }

  /** The same, with further settings. */
  Process run(String... settings) throws IOException {
    return start(
        List.of(), Stream.concat(Stream.of(RUN), Stream.of(settings)).toArray(String[]::new));
  }

  /** The same, given by a shell that sets a limit first, such as {@code ulimit -n 20}. */
  Process runAfterShellCommand(String limit) throws IOException {
    return start(List.of("sh", "-c", limit + " && exec \"$@\"", "sh"), List.of(), RUN);
  }

  /** The same, even if this process ignores the signal, as in the background of a script. */
  Process runHearing(String signal) throws IOException {
    return start(List.of("env", "--default-signal=" + signal), List.of(), RUN);
  }

  /** The same, with an option for Java. */
  Process runWithJvmOption(String option) throws IOException {
    return start(List.of(option), RUN);
  }

  /** Runs once to archive the classes it loads, and gives the JVM option that uses them. */
  List<String> archive(Path classes) throws IOException, InterruptedException {
    runWithJvmOption("-XX:ArchiveClassesAtExit=" + classes).waitFor();
    return Files.exists(classes) ? List.of("-XX:SharedArchiveFile=" + classes) : List.of();
  }

  Process start(List<String> jvm, String... args) throws IOException {
    return start(List.of(), jvm, args);
  }

  private Process start(List<String> before, List<String> jvm, String... args) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = Stream.of(
            before.stream(),
            Stream.of(java, "-XX:TieredStopAtLevel=1"),
            jvm.stream(),
            Stream.of("-jar", FILE.toString()),
            Stream.of(args))
        .flatMap(it -> it)
        .toList();
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("ROOMLINE_ENDPOINT", provider.toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
        .start();
  }

  /** All that was printed so far. */
  String printed() throws IOException {
    return Files.exists(output()) ? Files.readString(output()) : "";
  }

  /** Rows 2 and on, each with a prompt of its own. */
  void rooms(List<String> prompts) throws IOException {
    var text = new StringBuilder("init_image,prompt\n");
    for (var prompt : prompts) {
      text.append("https://photos.example/a.jpg,").append(prompt).append('\n');
    }
    Files.writeString(folder.resolve("rooms.csv"), text);
  }

  static List<String> allRows(int count) {
    return IntStream.range(2, 2 + count).mapToObj(Integer::toString).toList();
  }

  Path results() {
    return folder.resolve("out/rooms/results.csv");
  }

  List<CSVRecord> lines() throws IOException {
    var format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var csv = format.parse(Files.newBufferedReader(results()))) {
      return csv.getRecords();
    }
  }

  List<String> column(String name) throws IOException {
    return lines().stream().map(line -> line.get(name)).toList();
  }

  private Path output() {
    return folder.resolve("output.txt");
  }
}
