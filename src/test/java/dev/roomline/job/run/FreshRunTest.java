package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RowSelection;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.job.decisions.PictureReviewer;
import dev.roomline.job.plan.Planner;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void showsTheEarlierLineOfWhatItDidNotReach() throws Exception {
    var before = job.lines();

    limitedFresh();

    assertThat(job.column("status")).containsOnly("rendered");
    assertThat(job.column("picture"))
        .allSatisfy(it -> assertThat(job.file("out/" + it)).exists());
    assertThat(job.lines().get(ROOMS - 1).toMap())
        .containsEntry("paid", "reused")
        .containsEntry("sha256", before.get(ROOMS - 1).get("sha256"))
        .containsEntry("error", "");
    assertThat(errors()).hasSize(1 + ROOMS - REACHED).last().asString().contains("not-bought");
    assertThat(Files.readString(job.file("out/index.html"))).doesNotContain("Not rendered yet");
  }

  @ParameterizedTest
  @CsvSource({"nothing-after, unsure", "content, refused", "failed, failed", "503, not-bought"})
  void showsTheEarlierLineOfWhatBroughtNoPicture(String misbehaviour, String status)
      throws Exception {
    provider.misbehave("{\"" + misbehaviour + "\":1.0}");
    job.fresh("retries=0");

    assertThat(job.column("status")).containsOnly("rendered");
    assertThat(errors()).anyMatch(line -> line.contains("," + status + ","));

    provider.misbehave("{}");
    job.run();

    assertThat(job.column("status")).containsOnly("rendered");
    assertThat(job.column("picture")).doesNotContain("");
  }

  @Test
  void afterAKillADecisionLeavesTheOutputAsItIs() throws Exception {
    limitedFresh();
    var before = Files.readString(job.results());
    job.queryState(
        it -> it.sql("update render_run set ending = null where run = 2").update());
    job.queryState(
        it -> it.sql("delete from render_result where run = 2 and row_no > 9").update());

    review().reject(RowSelection.parse(List.of("3")), "anna", "");

    assertThat(job.results()).hasContent(before);
  }

  @Test
  void aPictureThatAPersonRejectedDoesNotComeBack() throws Exception {
    job.fresh();
    review().reject(RowSelection.parse(List.of("3")), "anna", "");
    provider.misbehave("{\"content\":1.0}");

    job.retry("--rows=3");

    assertThat(job.column("status").get(1)).isEqualTo("refused");
    assertThat(job.column("picture").get(1)).isEmpty();
  }

  private PictureReviewer review() {
    return new PictureReviewer(
        job.command(false, OptionalLong.empty()).jobFile(), Clock.systemUTC());
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(job.file("out/errors.csv"));
  }

  private void limitedFresh() throws InterruptedException {
    var report = job.run(job.command(true, OptionalLong.of(REACHED)));
    assertThat(report.exit()).isEqualTo(ExitCode.BUDGET);
  }
}
