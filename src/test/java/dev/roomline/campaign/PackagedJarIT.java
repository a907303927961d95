package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.OpenSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar as a shell sees it: its exit codes, its signals, its deaths. */
class PackagedJarIT {
  private static final int IN_FLIGHT = 5;

  @RegisterExtension
  final OpenSandbox vendor = new OpenSandbox();

  @TempDir
  Path folder;

  private Jar jar;

  @BeforeEach
  void open() throws IOException {
    var url = vendor.open(OpenSandbox.quick().withLatency(Latency.of(Duration.ofMillis(40))));
    jar = new Jar(folder, url);
  }

  @ParameterizedTest
  @CsvSource({"sofa, 0", "[sandbox content], 3", "[sandbox nothing-after], 4"})
  void theShellSeesHowARunEnded(String prompt, int exit) throws Exception {
    jar.rooms(List.of(prompt));

    assertThat(jar.run().waitFor()).as(jar.printed()).isEqualTo(exit);
  }

  @Test
  void helpNeedsNoSpring() throws Exception {
    assertThat(jar.start(List.of("-Xlog:class+load"), "run", "--help").waitFor())
        .isZero();

    assertThat(jar.printed()).contains("Examples:").doesNotContain("org.springframework.batch");
  }

  @Test
  void aSlipOnTheCommandLineIsExit2() throws Exception {
    assertThat(jar.start(List.of(), "rum").waitFor()).isEqualTo(2);
  }

  @Test
  void aTerminatedRunPublishesAndTheSameCommandCompletesIt() throws Exception {
    jar.rooms(rooms(200));
    var first = jar.run();
    untilBilled(25, first);

    first.destroy();

    assertThat(first.waitFor()).as(jar.printed()).isEqualTo(143);
    assertThat(jar.column("status")).contains("rendered").doesNotContain("unsure");
    assertThat(jar.run().waitFor()).as(jar.printed()).isZero();
    assertThat(jar.column("row")).isEqualTo(Jar.allRows(200));
    assertThat(vendor.billed()).isEqualTo(200);
  }

  @Test
  void aRunKilledTwiceLosesNoLineAndPaysNoRenderTwice() throws Exception {
    jar.rooms(rooms(300));
    for (var billed : List.of(60, 150)) {
      var killed = jar.run();
      untilBilled(billed, killed);
      killed.destroyForcibly().waitFor();
    }

    assertThat(jar.run().waitFor()).as(jar.printed()).isIn(0, 4);

    assertThat(jar.column("row")).isEqualTo(Jar.allRows(300));
    assertThat(jar.column("status").stream().filter("unsure"::equals))
        .hasSizeLessThanOrEqualTo(2 * IN_FLIGHT);
    assertThat(jar.column("status")).containsOnly("rendered", "unsure");
    assertThat(vendor.billedTwice()).isEmpty();
  }

  private void untilBilled(int renders, Process process) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> vendor.billed() >= renders || !process.isAlive());
    assertThat(process.isAlive()).isTrue();
  }

  private static List<String> rooms(int count) {
    return Jar.allRows(count).stream().map(row -> "room " + row).toList();
  }
}
