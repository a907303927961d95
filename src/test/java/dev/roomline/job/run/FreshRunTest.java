package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.job.plan.Planner;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --fresh} that does not finish, and what comes after it. */
class FreshRunTest {
  private static final int ROOMS = 20;
  private static final int REACHED = 16;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void runOnce() throws Exception {
    var latency = Latency.of(Duration.ofMillis(20));
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick().withLatency(latency)));
    job.rooms(ROOMS).run();
    assertThat(provider.creates()).isEqualTo(ROOMS);
  }

  @Test
  void goesOnAfterAKillAlthoughARowWasAppended() throws Exception {
    ChildRun.of(folder, ChildRun.FRESH, "limits.in-flight=1")
        .killWhen(() -> provider.billed() >= ROOMS + REACHED);

    job.rooms(ROOMS + 1).fresh();

    assertThat(provider.creates()).isEqualTo(2L * ROOMS + 1);
    assertThat(job.messages())
        .anyMatch(line -> line.matches("run --fresh of \\S+ \\(run 2\\) did not finish: .*"));
  }

  @Test
  void goesOnAlthoughARowWasRemovedAndTheOthersMoved() throws Exception {
    limitedFresh();

    job.csv(Files.readString(job.file("rooms.csv"))
        .replace("https://photos.example/a.jpg,room 2\n", ""));
    job.fresh();

    assertThat(provider.creates()).isEqualTo(2L * ROOMS);
  }

  @Test
  void buysARowAgainThatWasChanged() throws Exception {
    limitedFresh();

    job.csv(Files.readString(job.file("rooms.csv")).replace("room 2\n", "another room\n"));
    job.fresh();

    assertThat(provider.creates()).isEqualTo(2L * ROOMS + 1);
  }

  @Test
  void goesOnByALinkWithOtherSettingsAndAfterAPlainRun() throws Exception {
    limitedFresh();
    job.run();
    var link = Files.createSymbolicLink(folder.resolve("tonight.yml"), job.file("nightly.yml"));

    job.run(
        job.command(link, true, OptionalLong.empty(), "limits.in-flight=2", "budget.renders=9"));

    assertThat(provider.creates()).isEqualTo(2L * ROOMS);
  }

  @Test
  void buysEverythingOnceMoreAfterOneThatFinished() throws Exception {
    limitedFresh();
    assertThat(job.fresh().exit()).isEqualTo(ExitCode.DONE);

    assertThat(job.fresh().bought()).isEqualTo(ROOMS);
  }

  @Test
  void isQuotedAtWhatIsLeft() throws Exception {
    limitedFresh();
    job.rooms(ROOMS + 1);

    var plan = new Planner(job.command(true, OptionalLong.empty())).plan();

    assertThat(plan.quote().toBuy()).isEqualTo(ROOMS + 1 - REACHED);
  }

  private void limitedFresh() throws InterruptedException {
    var report = job.run(job.command(true, OptionalLong.of(REACHED)));
    assertThat(report.exit()).isEqualTo(ExitCode.BUDGET);
  }
}
