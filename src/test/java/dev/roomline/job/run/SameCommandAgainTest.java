package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameCommandAgainTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    var latency = Latency.of(Duration.ofMillis(20));
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick().withLatency(latency)));
  }

  @Test
  void buysNothingAndReusesAll() throws Exception {
    job.rooms(5).run();

    var second = job.run();

    assertThat(second.run()).isEqualTo(2);
    assertThat(second.reused()).isEqualTo(5);
    assertThat(provider.creates()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST.", "[::1]"})
  void buysNothingUnderAnotherNameOfTheSameEndpoint(String name) throws Exception {
    job.rooms(3).run();
    var renamed = job.run("endpoint.url=http://" + name + ":" + provider.url().getPort());

    assertThat(renamed.reused()).isEqualTo(3);
    assertThat(provider.creates()).isEqualTo(3);
  }

  @Test
  void buysOneForOneChangedPrompt() throws Exception {
    job.prompts("a", "b", "c").run();

    assertThat(job.prompts("a", "B", "c").run().bought()).isEqualTo(1);

    assertThat(job.column("paid")).containsExactly("reused", "bought", "reused");
  }

  @Test
  void buysEverythingAnewWhenAskedForFreshRenders() throws Exception {
    job.rooms(3).run();

    assertThat(job.fresh().bought()).isEqualTo(3);

    assertThat(job.run().reused()).isEqualTo(3);
    assertThat(provider.creates()).isEqualTo(6);
  }

  @Test
  void stopsAtTheBudgetAsOftenAsNeeded() throws Exception {
    job.rooms(50);
    for (var time = 1; time <= 4; time++) {
      var report = job.run("budget.renders=12");
      assertThat(report.exit()).isEqualTo(ExitCode.BUDGET);
      assertThat(report.run()).isEqualTo(1);
      assertThat(report.bought()).isEqualTo(12L * time);
      assertThat(provider.creates()).isEqualTo(12L * time);
    }

    assertThat(job.run("budget.renders=12").exit()).isEqualTo(ExitCode.DONE);

    assertThat(provider.creates()).isEqualTo(50);
  }

  @Test
  void buysNoMoreThanTheLimitOfThisTime() throws Exception {
    assertThat(job.rooms(9).limited(3).exit()).isEqualTo(ExitCode.BUDGET);
    assertThat(provider.creates()).isEqualTo(3);

    assertThat(job.limited(30).exit()).isEqualTo(ExitCode.DONE);
    assertThat(provider.creates()).isEqualTo(9);
  }

  @Test
  void goesOnWithAnUnfinishedRunAndDoublesNoLine() throws Exception {
    job.rooms(9).limited(4);

    var second = job.run();

    assertThat(second.run()).isEqualTo(1);
    assertThat(job.messages()).contains("Continuing run 1: 9 rows");
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(9));
    assertThat(job.column("paid")).containsOnly("bought");
  }

  @Test
  void closesAnUnfinishedRunWhoseFileHasGrown() throws Exception {
    job.rooms(9).limited(4);

    var second = job.rooms(12).run();

    assertThat(second.run()).isEqualTo(2);
    assertThat(job.messages())
        .contains(
            "Run 1 was unfinished, and the list or a setting has changed since. Starting run 2;"
                + " finished renders are kept.");
    assertThat(second.bought()).isEqualTo(8);
    assertThat(provider.creates()).isEqualTo(12);
  }

  @Test
  void buysOnlyTheNewRowsOfAFinishedFileThatHasGrown() throws Exception {
    job.rooms(3).run();

    assertThat(job.rooms(5).run().bought()).isEqualTo(2);

    assertThat(job.messages()).noneMatch(line -> line.contains("unfinished"));
  }

  @Test
  void completesARunThatWasTerminated() throws Exception {
    var first = job.rooms(150).start();
    await().pollInterval(Duration.ofMillis(10)).until(() -> provider.billed() > 9);

    job.stop().request(ExitCode.TERMINATED);

    assertThat(first.get(20, TimeUnit.SECONDS).exit()).isEqualTo(ExitCode.TERMINATED);
    assertThat(job.column("status")).contains("rendered").doesNotContain("unsure");

    assertThat(new JobFolder(folder).run().exit()).isEqualTo(ExitCode.DONE);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(150));
    assertThat(provider.billed()).isEqualTo(150);
  }

  @Test
  void endsARunThatDiedAfterItsLastStep() throws Exception {
    job.rooms(3).run();
    job.queryState(
        it -> it.sql("update render_run set ending = null, ended_at = null").update());

    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(provider.creates()).isEqualTo(3);
  }
}
