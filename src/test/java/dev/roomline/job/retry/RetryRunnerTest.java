package dev.roomline.job.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.job.decisions.PictureReviewer;
import dev.roomline.job.decisions.UnsureResolver;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRunnerTest {
  private static final String FAILS_TWICE = "lamp [sandbox failed 2]";
  private static final String FAILS = "shelf [sandbox failed]";
  private static final String REFUSED_ONCE = "desk [sandbox model 1]";
  private static final String UNSURE = "rug [sandbox nothing-after]";

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()))
        .prompts("sofa", FAILS_TWICE, FAILS, REFUSED_ONCE, UNSURE);
  }

  @Test
  void buysTheFailedRowsAndLeavesAllElseAsItIs() throws Exception {
    job.run();
    var before = provider.creates();
    var sofa = job.lines().get(0);

    job.retry("--status=failed");

    assertThat(job.column("status"))
        .containsExactly("rendered", "rendered", "failed", "refused", "unsure");
    assertThat(provider.creates()).isEqualTo(before + 2);
    assertThat(job.lines().get(0).get("sha256")).isEqualTo(sofa.get("sha256"));
    assertThat(job.column("attempts")).containsExactly("1", "3", "3", "1", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--status=failed; 3 4",
        "--status=failed,refused; 3 4 5",
        "--status=refused; 5",
        "--rows=4-5; 4 5",
        "--rows=2-6; 3 4 5",
        "--cause=MODEL ID; 5",
        "--cause=model; 5",
        "--cause=photo; ''",
        "--status=expired; ''",
        "--status=invalid; ''"
      })
  void choosesByStatusRowAndCause(String option, String rows) throws Exception {
    job.run();

    assertThat(job.previewRetry(option.strip()).rows())
        .isEqualTo(
            rows.isEmpty()
                ? List.of()
                : List.of(rows.split(" ")).stream().map(Long::valueOf).toList());
  }

  @Test
  void allThatIsGivenMustFit() throws Exception {
    job.run();

    assertThat(job.previewRetry("--status=failed", "--rows=4-5").rows()).containsExactly(4L);
  }

  @Test
  void showingDecidesAndBuysNothing() throws Exception {
    job.run();
    var before = provider.creates();

    var offer = job.previewRetry();

    assertThat(offer.renders()).isEqualTo(3);
    assertThat(offer.left()).isEqualTo(Map.of(ResultStatus.RENDERED, 1L, ResultStatus.UNSURE, 1L));
    job.run();
    assertThat(provider.creates()).isEqualTo(before);
  }

  @Test
  void unsureRowsAreNamedAndLeftToResolve() throws Exception {
    job.run();

    assertThat(job.previewRetry().doubtful()).containsExactly(6L);
    assertThat(job.previewRetry("--rows=6").renders()).isZero();
    assertThatThrownBy(() -> job.previewRetry("--status=unsure"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("roomline resolve JOB");
  }

  @Test
  void aRowThatIsNotThereIsNamed() throws Exception {
    job.run();

    assertThatThrownBy(() -> job.previewRetry("--rows=3,9"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("--rows: the room list has no row 9");
  }

  @Test
  void whatFailsOnceMoreIsNotBoughtAgainByItself() throws Exception {
    job.run();
    job.retry("--rows=4");
    var before = provider.creates();

    job.run();

    assertThat(provider.creates()).isEqualTo(before);
    assertThat(job.column("status").get(2)).isEqualTo("failed");
  }

  @Test
  void whatFailsOnceMoreMayBeRetriedAgain() throws Exception {
    job.run();
    job.retry("--rows=4");

    job.retry("--rows=4");

    assertThat(job.column("attempts").get(2)).isEqualTo("4");
  }

  @Test
  void equalRowsAreOnePurchase() throws Exception {
    job.prompts(FAILS_TWICE, FAILS_TWICE).run();

    assertThat(job.previewRetry().renders()).isEqualTo(1);
    assertThat(job.retry().byStatus()).isEqualTo(Map.of(ResultStatus.RENDERED, 2L));
    assertThat(provider.creates()).isEqualTo(3);
  }

  @Test
  void newRowsAreLeftToRun() throws Exception {
    job.run();
    job.prompts("sofa", FAILS_TWICE, "new room");

    var report = job.retry("--status=failed");

    assertThat(job.column("status")).containsExactly("rendered", "rendered", "not-bought");
    assertThat(report.exit()).isEqualTo(ExitCode.DONE);
    assertThat(job.run().byStatus()).isEqualTo(Map.of(ResultStatus.RENDERED, 3L));
  }

  @Test
  void anInvalidRowIsBoughtOnceItIsRight() throws Exception {
    job.csv("init_image,prompt\na.png,sofa\nhttps://photos.example/b.jpg,lamp\n")
        .run();
    assertThat(job.column("status")).containsExactly("invalid", "rendered");
    job.csv("init_image,prompt\nhttps://photos.example/a.jpg,sofa\n"
        + "https://photos.example/b.jpg,lamp\nhttps://photos.example/c.jpg,new\n");

    assertThat(job.previewRetry("--status=invalid").rows()).containsExactly(2L);
    job.retry("--status=invalid");

    assertThat(job.column("status")).containsExactly("rendered", "rendered", "not-bought");
  }

  @Test
  void aKilledRunDoesNotForgetWhichRowsWereInvalid() throws Exception {
    job.csv("init_image,prompt\na.png,sofa\n").run();
    job.queryState(it -> it.sql("""
        insert into render_run
          (run, job, sheet, input, input_digest, request_digest, fresh, edition, header, started_at, spent)
        select 2, job, sheet, input, input_digest, request_digest, fresh, edition, header, started_at, 0
        from render_run
        """).update());
    job.csv("init_image,prompt\nhttps://photos.example/a.jpg,sofa\n");

    assertThat(job.previewRetry("--status=invalid").rows()).containsExactly(2L);
  }

  @Test
  void aGonePictureIsBoughtAnew() throws Exception {
    job.prompts("lamp [sandbox expired]").run();
    assertThat(job.column("status")).containsExactly("expired");

    job.retry("--status=expired");

    assertThat(job.column("attempts")).containsExactly("2");
    assertThat(provider.billed()).isEqualTo(2);
  }

  @Test
  void aRejectedPictureIsBoughtAnew() throws Exception {
    job.prompts("lamp [sandbox blank]").run();
    reject("2");
    assertThat(job.previewRetry("--cause=black").rows()).containsExactly(2L);

    job.retry("--status=failed");

    assertThat(job.column("status")).containsExactly("review");
    assertThat(provider.billed()).isEqualTo(2);
  }

  @Test
  void whatIsGivenUpIsLeftToResolve() throws Exception {
    job.run();
    new UnsureResolver(job.command(false, OptionalLong.empty()).jobFile(), Clock.systemUTC())
        .giveUp(RowSelection.parse(List.of("6")), "anna", "");

    var offer = job.previewRetry("--rows=6");

    assertThat(offer.renders()).isZero();
    assertThat(offer.doubtful()).containsExactly(6L);
  }

  @Test
  void theLimitHoldsAndTheSameCommandBuysTheRest() throws Exception {
    job.prompts("a [sandbox failed]", "b [sandbox failed]", "c [sandbox failed]")
        .run();
    var before = provider.creates();

    var capped = job.retry(OptionalLong.of(1), "--status=failed");

    assertThat(capped.exit()).isEqualTo(ExitCode.BUDGET);
    assertThat(provider.creates()).isEqualTo(before + 1);
    assertThat(job.previewRetry("--status=failed").goesOn()).isTrue();
    job.retry("--status=failed");
    assertThat(provider.creates()).isEqualTo(before + 3);
    assertThat(job.column("attempts")).containsOnly("3");
  }

  @Test
  void theBudgetOfTheJobFileHolds() throws Exception {
    job.prompts("a [sandbox failed]", "b [sandbox failed]").run();
    job.appendToJobFile("budget: { renders: 1 }\n");

    assertThat(job.retry().exit()).isEqualTo(ExitCode.BUDGET);
    assertThat(provider.creates()).isEqualTo(5);
  }

  @Test
  void whatIsLeftOfAStoppedRetryIsBoughtByARun() throws Exception {
    job.prompts("a [sandbox failed 2]", "b [sandbox failed 2]").run();
    job.retry(OptionalLong.of(1));

    assertThat(job.plan().quote().toBuy()).isEqualTo(1);
    assertThat(job.run().byStatus()).isEqualTo(Map.of(ResultStatus.RENDERED, 2L));
    assertThat(provider.creates()).isEqualTo(6);
  }

  @Test
  void anUnfinishedRunIsGoneOnWith() throws Exception {
    job.prompts("a [sandbox failed 1]", "b", "c");
    job.limited(2, "limits.in-flight=1", "retries=0");

    var report = job.retry("--status=failed");

    assertThat(report.run()).isEqualTo(1);
    assertThat(job.column("status")).containsExactly("rendered", "rendered", "not-bought");
    assertThat(provider.creates()).isEqualTo(3);
  }

  @Test
  void aRunThatWasKilledAtItsVeryEndIsGoneOnWith() throws Exception {
    job.prompts(FAILS_TWICE).run();
    job.queryState(it -> it.sql("update render_run set ending = null").update());

    var report = job.retry();

    assertThat(report.run()).isEqualTo(1);
    assertThat(report.byStatus()).isEqualTo(Map.of(ResultStatus.RENDERED, 1L));
  }

  @Test
  void anUnfinishedFreshRunComesFirst() throws Exception {
    job.run();
    job.queryState(
        it -> it.sql("update render_run set fresh = true, ending = null").update());

    assertThatThrownBy(() -> job.previewRetry())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--fresh");
  }

  @Test
  void whoWantedItAndWhyIsKept() throws Exception {
    job.run();
    job.retry("--rows=3");

    List<String> decisions = job.queryState(
        it -> it.sql("select decision || ' ' || decided_by || ': ' || why from render_decision")
            .query(String.class)
            .list());

    assertThat(decisions).containsExactly("RETRY anna: retry");
  }

  @Test
  void beforeTheFirstRunThereIsNothingToRetry() {
    assertThatThrownBy(() -> job.previewRetry())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("run it first");
  }

  @Test
  void v5HasNoNewSeed() throws Exception {
    job.run();

    assertThatThrownBy(() -> job.previewRetry("--new-seed"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("v5 documents no seed");
  }

  @Test
  void aNewSeedIsAskedForUnderTheRowsOwnKey() throws Exception {
    Files.writeString(
        job.file("nightly.yml"),
        Files.readString(job.file("nightly.yml")).replace("\" }", "\", family: v6 }"));
    job.appendToJobFile("defaults: { seed: 42 }\n")
        .prompts("sofa", "lamp [sandbox blank]")
        .run();
    assertThat(job.column("seed")).containsExactly("42", "42");
    reject("3");

    job.retry("--new-seed");

    assertThat(job.column("seed").get(0)).isEqualTo("42");
    assertThat(job.column("seed").get(1)).isNotEmpty().isNotEqualTo("42");
    assertThat(job.run().bought()).isZero();
  }

  private void reject(String row) throws Exception {
    new PictureReviewer(job.command(false, OptionalLong.empty()).jobFile(), Clock.systemUTC())
        .reject(RowSelection.parse(List.of(row)), "anna", "black");
  }
}
