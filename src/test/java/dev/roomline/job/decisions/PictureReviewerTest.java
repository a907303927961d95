package dev.roomline.job.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.jobfile.JobFile;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReviewerTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()))
        .prompts("sofa", "lamp [sandbox blank]", "rug [sandbox blank]", "[sandbox content]");
  }

  @Test
  void aBlankRenderWaitsForAPerson() throws Exception {
    var report = job.run();

    assertThat(report.exit()).isEqualTo(ExitCode.UNDECIDED);
    assertThat(job.column("status")).containsExactly("rendered", "review", "review", "refused");
    assertThat(review().waiting().waiting())
        .extracting(ReviewReport.Waiting::row)
        .containsExactly(3L, 4L);
  }

  @Test
  void anAcceptedRenderIsRenderedNowAndInLaterRuns() throws Exception {
    job.run();

    review().accept(RowSelection.parse(List.of("3-4")), "anna", "black on purpose");

    assertThat(job.column("status")).containsExactly("rendered", "rendered", "rendered", "refused");
    assertThat(job.run().byStatus())
        .isEqualTo(Map.of(ResultStatus.RENDERED, 3L, ResultStatus.REFUSED, 1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3-4", "all"})
  void aDecisionThatWasKilledBeforeItsOutputIsPublishedWhenItIsRepeated(String words)
      throws Exception {
    job.run();
    var before = Files.readString(job.results());
    var rows = RowSelection.parse(List.of(words));
    review().reject(rows, "anna", "no room to be seen");
    Files.writeString(job.results(), before);

    assertThatThrownBy(() -> review().reject(rows, "anna", "no room to be seen"))
        .isInstanceOf(InvalidInputException.class);

    assertThat(job.column("status")).containsExactly("rendered", "failed", "failed", "refused");
  }

  @Test
  void aRejectedRenderLeavesTheOutputAndIsNotBoughtAgain() throws Exception {
    job.run();
    var picture = folder.resolve("out").resolve(job.column("picture").get(1));
    assertThat(picture).exists();

    review().reject(RowSelection.parse(List.of("3")), "anna", "no room to be seen");

    assertThat(picture).doesNotExist();
    assertThat(job.column("error").get(1)).isEqualTo("rejected by anna: no room to be seen");
    job.run();
    assertThat(job.column("status")).containsExactly("rendered", "failed", "review", "refused");
    assertThat(picture).doesNotExist();
    assertThat(provider.creates()).isEqualTo(4);
  }

  @Test
  void whoDecidedAndWhyIsKept() throws Exception {
    job.run();

    review().reject(RowSelection.parse(List.of("all")), "anna", "blank");

    Map<String, Object> line = job.queryState(
        it -> it.sql("select judgement, judged_by, judged_why from render_ledger where row_no = 3")
            .query()
            .singleRow());
    assertThat(line)
        .containsEntry("judgement", "REJECTED")
        .containsEntry("judged_by", "anna")
        .containsEntry("judged_why", "blank");
  }

  @Test
  void aRowWithoutAPictureCannotBeDecided() throws Exception {
    job.run();

    assertThatThrownBy(() -> review().accept(RowSelection.parse(List.of("5")), "anna", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("row 5 has no picture to decide about: its status is refused");
  }

  @Test
  void aJobThatNeverRanHasNothingToReview() {
    assertThatThrownBy(() -> review().waiting())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("run it first");
  }

  @Test
  void theGalleryShowsTheDecision() throws Exception {
    job.run();
    assertThat(Files.readString(folder.resolve("out/index.html"))).contains("To review");

    review().accept(RowSelection.parse(List.of("all")), "anna", "");

    assertThat(Files.readString(folder.resolve("out/index.html"))).doesNotContain("To review");
  }

  private PictureReviewer review() {
    var jobFile = JobFile.load(job.file("nightly.yml"), Map.of());
    return new PictureReviewer(jobFile, Clock.systemUTC());
  }
}
