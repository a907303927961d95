package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as a shell sees it: its exit codes, signals and kills. */
class PackagedJarIT {
  private static final int IN_FLIGHT = 5;
  private static final Pattern OTHER_DIGITS = Pattern.compile("[\\p{Nd}&&[^0-9]]");

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private PackagedJar packagedJar;

  @BeforeEach
  void open() throws IOException {
    var url =
        provider.open(SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(40))));
    packagedJar = new PackagedJar(folder, url);
  }

  @ParameterizedTest
  @CsvSource({"sofa, 0", "[sandbox content], 3", "[sandbox nothing-after], 4"})
  void theShellSeesHowARunEnded(String prompt, int exit) throws Exception {
    packagedJar.rooms(List.of(prompt));

    assertThat(packagedJar.run().waitFor()).as(packagedJar.printed()).isEqualTo(exit);
  }

  @ParameterizedTest
  @CsvSource({"ar, EG, arab", "fa, IR, arabext", "hi, IN, deva", "th, TH, thai"})
  void digitsAreAsciiInEveryLanguage(String language, String country, String digits)
      throws Exception {
    packagedJar.rooms(List.of("sofa", "[sandbox content] 1"));
    var jvm = List.of(
        "-Duser.language=" + language,
        "-Duser.country=" + country,
        "-Duser.extensions=nu-" + digits);

    var run = packagedJar.start(jvm, "run", "rooms.csv", "--json", "--set=keep-originals=false");

    assertThat(run.waitFor()).as(packagedJar.printed()).isEqualTo(3);
    assertThat(packagedJar.printed()).contains("rendered").doesNotContainPattern(OTHER_DIGITS);
    for (var file : List.of("results.csv", "errors.csv", "index.html")) {
      assertThat(packagedJar.results().resolveSibling(file))
          .content()
          .doesNotContainPattern(OTHER_DIGITS);
    }
  }

  @Test
  void helpNeedsNoSpring() throws Exception {
    assertThat(packagedJar.start(List.of("-Xlog:class+load"), "run", "--help").waitFor())
        .isZero();

    assertThat(packagedJar.printed())
        .contains("Examples:")
        .doesNotContain("org.springframework.batch");
  }

  @Test
  void aSlipOnTheCommandLineIsExit2() throws Exception {
    assertThat(packagedJar.start(List.of(), "rum").waitFor()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void aTerminatedRunPublishesAndTheSameCommandCompletesIt(String signal) throws Exception {
    packagedJar.rooms(rooms(200));
    var first = packagedJar.runHearing(signal);
    untilBilled(25, first);

    new ProcessBuilder("kill", "-" + signal, String.valueOf(first.pid()))
        .start()
        .waitFor();

    assertThat(first.waitFor()).as(packagedJar.printed()).isEqualTo(143);
    assertThat(packagedJar.column("status")).contains("rendered").doesNotContain("unsure");
    assertThat(packagedJar.run().waitFor()).as(packagedJar.printed()).isZero();
    assertThat(packagedJar.column("row")).isEqualTo(PackagedJar.allRows(200));
    assertThat(provider.billed()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX"})
  void rowsRenderedByDayStayRenderedUnderTheLocaleOfCron(String locale) throws Exception {
    var photos = Files.createDirectories(folder.resolve("photos"));
    var sample = Path.of("sample-data/photos").toAbsolutePath();
    Files.copy(sample.resolve("kitchen.jpg"), photos.resolve("k\u00fcche.jpg"));
    Files.writeString(folder.resolve("rooms.csv"), "init_image,prompt\nk\u00fcche.jpg,sofa\n");
    for (var night : List.of("C.UTF-8", locale)) {
      var started = new PackagedJar(folder, URI.create("sandbox"), Map.of("LC_ALL", night)).run();

      assertThat(started.waitFor()).as(packagedJar.printed()).isZero();
      assertThat(packagedJar.column("status")).containsExactly("rendered");
    }
    assertThat(packagedJar.column("paid")).containsExactly("reused");
  }

  @Test
  void aRunKilledTwiceLosesNoLineAndPaysNoRenderTwice() throws Exception {
    packagedJar.rooms(rooms(300));
    for (var billed : List.of(60, 150)) {
      var killed = packagedJar.run();
      untilBilled(billed, killed);
      killed.destroyForcibly().waitFor();
    }

    assertThat(packagedJar.run().waitFor()).as(packagedJar.printed()).isIn(0, 4);

    assertThat(packagedJar.column("row")).isEqualTo(PackagedJar.allRows(300));
    assertThat(packagedJar.column("status").stream().filter("unsure"::equals))
        .hasSizeLessThanOrEqualTo(2 * IN_FLIGHT);
    assertThat(packagedJar.column("status")).containsOnly("rendered", "unsure");
    assertThat(provider.billedTwice()).isEmpty();
  }

  private void untilBilled(int renders, Process process) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> provider.billed() >= renders || !process.isAlive());
    assertThat(process.isAlive()).isTrue();
  }

  private static List<String> rooms(int count) {
    return PackagedJar.allRows(count).stream().map(row -> "room " + row).toList();
  }
}
