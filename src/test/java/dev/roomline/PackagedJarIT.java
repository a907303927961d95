package dev.roomline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.OpenSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar as a shell sees it: its exit codes, its signals, its deaths. */
class PackagedJarIT {
  private static final Path JAR = Path.of("target/roomline.jar").toAbsolutePath();
  private static final int IN_FLIGHT = 5;

  @RegisterExtension
  final OpenSandbox vendor = new OpenSandbox();

  @TempDir
  Path folder;

  @BeforeEach
  void open() throws IOException {
    vendor.open(OpenSandbox.quick().withLatency(Latency.of(Duration.ofMillis(40))));
  }

  @ParameterizedTest
  @CsvSource({"sofa, 0", "[sandbox content], 3", "[sandbox nothing-after], 4"})
  void theShellSeesHowARunEnded(String prompt, int exit) throws Exception {
    rooms(List.of(prompt));

    assertThat(run().waitFor()).as(printed()).isEqualTo(exit);
  }

  @Test
  void helpNeedsNoSpring() throws Exception {
    assertThat(start(List.of("-Xlog:class+load"), "run", "--help").waitFor()).isZero();

    assertThat(printed()).contains("Examples:").doesNotContain("org.springframework.batch");
  }

  @Test
  void aSlipOnTheCommandLineIsExit2() throws Exception {
    assertThat(start(List.of(), "rum").waitFor()).isEqualTo(2);
  }

  @Test
  void aTerminatedRunPublishesAndTheSameCommandCompletesIt() throws Exception {
    rooms(rooms(200));
    var first = run();
    untilBilled(25, first);

    first.destroy();

    assertThat(first.waitFor()).as(printed()).isEqualTo(143);
    assertThat(column("status")).contains("rendered").doesNotContain("unsure");
    assertThat(run().waitFor()).as(printed()).isZero();
    assertThat(column("row")).isEqualTo(allRows(200));
    assertThat(vendor.billed()).isEqualTo(200);
  }

  @Test
  void aRunKilledTwiceLosesNoLineAndPaysNoRenderTwice() throws Exception {
    rooms(rooms(300));
    for (var billed : List.of(60, 150)) {
      var killed = run();
      untilBilled(billed, killed);
      killed.destroyForcibly().waitFor();
    }

    assertThat(run().waitFor()).as(printed()).isIn(0, 4);

    assertThat(column("row")).isEqualTo(allRows(300));
    assertThat(column("status").stream().filter("unsure"::equals))
        .hasSizeLessThanOrEqualTo(2 * IN_FLIGHT);
    assertThat(column("status")).containsOnly("rendered", "unsure");
    assertThat(vendor.billedTwice()).isEmpty();
  }

  /** The command that is given again and again; the vendor is named by the environment. */
  private Process run() throws IOException {
    return start(
        List.of(), "run", "rooms.csv", "--set=limits.requests-per-minute=unlimited", "--no-color");
  }

  private Process start(List<String> jvm, String... args) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = Stream.of(
            Stream.of(java, "-XX:TieredStopAtLevel=1"),
            jvm.stream(),
            Stream.of("-jar", JAR.toString()),
            Stream.of(args))
        .flatMap(it -> it)
        .toList();
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("ROOMLINE_ENDPOINT", vendor.url().toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
        .start();
  }

  private void untilBilled(int renders, Process process) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> vendor.billed() >= renders || !process.isAlive());
    assertThat(process.isAlive()).isTrue();
  }

  private Path output() {
    return folder.resolve("output.txt");
  }

  private String printed() throws IOException {
    return Files.exists(output()) ? Files.readString(output()) : "";
  }

  private void rooms(List<String> prompts) throws IOException {
    var text = new StringBuilder("init_image,prompt\n");
    for (var prompt : prompts) {
      text.append("https://photos.example/a.jpg,").append(prompt).append('\n');
    }
    Files.writeString(folder.resolve("rooms.csv"), text);
  }

  private static List<String> rooms(int count) {
    return allRows(count).stream().map(row -> "room " + row).toList();
  }

  private static List<String> allRows(int count) {
    return IntStream.range(2, 2 + count).mapToObj(Integer::toString).toList();
  }

  private List<String> column(String name) throws IOException {
    var format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var csv = format.parse(Files.newBufferedReader(folder.resolve("out/rooms/results.csv")))) {
      return csv.stream().map(line -> line.get(name)).toList();
    }
  }
}
