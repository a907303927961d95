package dev.roomline.job.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.job.JobFolder;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.status.StatusReader;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** While a run is on. */
class StateAccessTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;
  private CompletableFuture<RunReport> on;

  @BeforeEach
  void run() throws Exception {
    var latency = Latency.of(Duration.ofMillis(400));
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick().withLatency(latency)));
    on = job.prompts("a", "[sandbox slow]").start();
    await()
        .until(() -> job.state()
            .runStatusFile()
            .read()
            .filter(it -> it.progress() != null)
            .isPresent());
  }

  @AfterEach
  void end() throws Exception {
    on.get(20, TimeUnit.SECONDS);
  }

  @Test
  void anotherRunIsRefusedWithWhoHoldsTheStateSinceWhenAndHowFar() {
    assertThatThrownBy(() -> new JobFolder(folder).run())
        .isInstanceOfSatisfying(
            StartRefusedException.class, it -> assertThat(it.exit()).isEqualTo(ExitCode.HELD))
        .hasMessageMatching(
            "Another run is using the state .*: process %d, job file .*nightly.yml, since 20.*Z "
                    .formatted(ProcessHandle.current().pid())
                + "\\(\\d of 2 renders done, \\d in flight\\)\\. Add --wait 2h to start when it ends\\.");
  }

  @Test
  void statusTellsHowFarItIs() throws Exception {
    assertThat(new StatusReader(job.state()).status().live())
        .containsEntry("rows", "2")
        .containsKeys("pid", "sheet", "since", "done", "in_flight");
  }
}
