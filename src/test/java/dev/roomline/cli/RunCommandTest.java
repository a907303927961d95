package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RunCommandTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private String csv;

  @BeforeEach
  void open() throws IOException {
    provider.open(SandboxExtension.quick());
    csv = rooms("sofa");
  }

  @Test
  void quietPrintsNothingWhereAllIsWell() {
    assertThat(run(csv, "--quiet")).isEqualTo(new CommandResult(0, "", ""));
  }

  @Test
  void quietStillReportsProblems() throws IOException {
    var trouble = run(rooms("[sandbox content]"), "--quiet");

    assertThat(trouble.exit()).isEqualTo(3);
    assertThat(trouble.out()).isEmpty();
    assertThat(trouble.err())
        .contains("1 row refused (not charged)")
        .contains("row 2 (content): ")
        .contains("prohibited content");
  }

  @Test
  void jsonIsOneObjectOnStdout() throws IOException {
    var report = json(run(rooms("sofa", "sofa", "[sandbox content]"), "--json").out());

    assertThat(report.propertyNames())
        .contains("run", "exit", "rows", "by_status", "bought", "reused", "results");
    assertThat(report.path("exit").asInt()).isEqualTo(3);
    assertThat(report.path("by_status").toString()).isEqualTo("{\"rendered\":2,\"refused\":1}");
    assertThat(report.path("bought").asInt()).isEqualTo(1);
    assertThat(report.path("reused").asInt()).isEqualTo(1);
    assertThat(Path.of(report.path("results").asString())).exists();
  }

  @Test
  void aSummaryForPeopleSaysWhereTheResultsAre() {
    var summary = run(csv);

    assertThat(summary.out())
        .contains("1 rendered of 1 row")
        .contains("1 new render paid, 0 reused (already paid)")
        .contains(folder.resolve("out/rooms/results.csv").toString());
    assertThat(summary.err()).contains("Run 1: 1 row").doesNotContain("1 rows");
  }

  @Test
  void nothingToDoIsSaidAndWell() throws IOException {
    var nothing = run(rooms());

    assertThat(nothing.exit()).isZero();
    assertThat(nothing.out()).contains("Nothing to do: the room list has no rows.");
  }

  @Test
  void planQueryAndStatusAnswerOnStdout() {
    assertThat(CommandResult.run("plan", csv, "--endpoint=" + provider.url(), "--json")
            .out())
        .contains("\"to_buy\":1");
    run(csv);
    var state = "--state=" + folder.resolve("state");
    assertThat(CommandResult.run("query", "select row_no, paid from render_result", state)
            .out())
        .isEqualToIgnoringCase("row_no,paid\n2,bought\n");
    assertThat(CommandResult.run("status", state).out())
        .contains("finished")
        .contains("1 rendered");
  }

  @ParameterizedTest
  @MethodSource("jobFiles")
  void everyShippedJobFileRunsAgainstTheSandbox(Path jobFile) {
    var shipped = CommandResult.run(
        "run",
        jobFile.toString(),
        "--endpoint=sandbox",
        "--set=sandbox.latency=5ms",
        "--set=sandbox.requests-per-minute=100000",
        "--set=limits.requests-per-minute=unlimited",
        "--state=" + folder.resolve("state"),
        "--output=" + folder.resolve("out"),
        "--json");

    assertThat(shipped.exit()).as(shipped.out() + shipped.err()).isZero();
    assertThat(json(shipped.out()).path("rows").asInt()).isPositive();
    assertThat(folder.resolve("out/results.csv")).exists();
  }

  static Stream<Path> jobFiles() throws IOException {
    return Files.list(Path.of("jobs"))
        .filter(it -> it.toString().endsWith(".yml"))
        .sorted();
  }

  private CommandResult run(String job, String... more) {
    var fixed = Stream.of(
        "run", job, "--endpoint=" + provider.url(), "--set=limits.requests-per-minute=unlimited");
    return CommandResult.run(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
  }

  private String rooms(String... prompts) throws IOException {
    var text = new StringBuilder("init_image,prompt\n");
    for (var prompt : prompts) {
      text.append("https://photos.example/a.jpg,").append(prompt).append('\n');
    }
    return Files.writeString(folder.resolve("rooms.csv"), text).toString();
  }

  private static JsonNode json(String out) {
    return new ObjectMapper().readTree(out);
  }
}
