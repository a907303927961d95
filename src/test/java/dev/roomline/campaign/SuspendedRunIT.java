package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar is suspended for longer than it would wait for an answer, as under a laptop's lid. */
class SuspendedRunIT {
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int ROOMS = 6;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  /** The first purchase goes alone, the later ones five at once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anAnswerThatArrivedMeanwhileIsRead(int sent) throws Exception {
    var process = suspendedAfter(sent, Duration.ofMillis(700), ROOMS);
    await().atMost(LONG).until(() -> provider.count("answered") >= sent);
    pass(ANSWER.multipliedBy(2));

    signal("CONT", process);

    assertEverythingRendered(process);
  }

  /** The provider takes a second more after the end of the suspension. */
  @Test
  void anAnswerThatComesSoonAfterwardsIsRead() throws Exception {
    var process = suspendedAfter(1, Duration.ofMillis(4_500), 1);
    pass(Duration.ofMillis(3_500));

    signal("CONT", process);

    assertEverythingRendered(process);
  }

  private Process suspendedAfter(int sent, Duration latency, int rooms) throws Exception {
    provider.open(SandboxExtension.quick().withLatency(Latency.of(latency)));
    packagedJar()
        .rooms(PackagedJar.allRows(rooms).stream().map(row -> "room " + row).toList());
    var process = packagedJar().run("--set=limits.answer=" + ANSWER.toSeconds() + "s");
    await().atMost(LONG).until(() -> provider.creates() >= sent);
    signal("STOP", process);
    return process;
  }

  private void assertEverythingRendered(Process process) throws Exception {
    assertThat(process.waitFor()).as(packagedJar().printed()).isZero();
    assertThat(packagedJar().column("status")).containsOnly("rendered");
    assertThat(provider.billedTwice()).isEmpty();
  }

  /** Only real time passes for another process. */
  private static void pass(Duration time) {
    var began = System.nanoTime();
    await().atMost(LONG).until(() -> System.nanoTime() - began > time.toNanos());
  }

  private PackagedJar packagedJar() {
    return new PackagedJar(folder, provider.url());
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    assertThat(
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor())
        .isZero();
  }
}
