package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies in mid-run, as by {@code kill -9}. */
class CrashRecoveryTest {
  private static final int ROOMS = 150;
  private static final int IN_FLIGHT = 4;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  @Test
  void losesNoLineDoublesNoneAndLeavesOnlyWhatWasInFlightUnsure() throws Exception {
    var slow = SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(40)));
    var job = JobFolder.in(folder, provider.open(slow)).rooms(ROOMS);
    killInMidRun();

    var report = job.run();

    assertThat(report.run()).isEqualTo(1);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
    assertThat(report.unsureRows()).hasSizeLessThanOrEqualTo(IN_FLIGHT);
    assertThat(report.exit())
        .isEqualTo(report.unsureRows().isEmpty() ? ExitCode.DONE : ExitCode.UNDECIDED);
    assertThat(provider.billedTwice()).isEmpty();
    assertThat(provider.billed()).isBetween(ROOMS - (long) IN_FLIGHT, (long) ROOMS);
  }

  @Test
  void keepsEveryStyleAndVariantOfARoom() throws Exception {
    var slow = SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(40)));
    var job = JobFolder.in(folder, provider.open(slow)).rooms(ROOMS / 6).appendToJobFile("""
        variants: 3
        styles: { loft: { prompt: "brick, {prompt}" }, coast: {} }
        """);
    killInMidRun();

    var report = job.run();

    assertThat(report.run()).isEqualTo(1);
    assertThat(report.renders()).isEqualTo(ROOMS);
    assertThat(job.lines())
        .extracting(line -> line.get("row") + line.get("style") + line.get("variant"))
        .hasSize(ROOMS)
        .doesNotHaveDuplicates();
    assertThat(job.column("status")).containsAnyOf("rendered").isSubsetOf("rendered", "unsure");
    assertThat(provider.billed()).isBetween(ROOMS - (long) IN_FLIGHT, (long) ROOMS);
  }

  @Test
  void aRetryGoesOnWhereItWasKilled() throws Exception {
    var slow = SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(40)));
    var prompts = IntStream.range(0, ROOMS)
        .mapToObj(room -> "room " + room + (room % 3 == 0 ? "" : " [sandbox model 1]"));
    var job = JobFolder.in(folder, provider.open(slow)).prompts(prompts.toArray(String[]::new));
    job.run();
    assertThat(provider.billed()).isEqualTo(ROOMS / 3);
    var asked = provider.creates();
    ChildRun.of(folder, ChildRun.RETRY).killWhen(() -> provider.billed() >= ROOMS / 2);

    var report = job.retry();

    assertThat(report.run()).isEqualTo(2);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
    assertThat(job.column("status")).isSubsetOf("rendered", "unsure");
    assertThat(report.unsureRows()).hasSizeLessThanOrEqualTo(IN_FLIGHT);
    assertThat(provider.billedTwice()).isEmpty();
    assertThat(provider.creates() - asked).isLessThanOrEqualTo(ROOMS / 3 * 2);
  }

  private void killInMidRun() throws IOException, InterruptedException {
    ChildRun.of(folder).killWhen(() -> provider.billed() >= 30);
  }
}
