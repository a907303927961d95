package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run ends when not all is well, and that the same command goes on from there. */
class RunEndTest {
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

  @ParameterizedTest
  @CsvSource({
    "key, ACCOUNT, not-bought, no",
    "redirect, USAGE, not-bought, no",
    "503, ENDPOINT, not-bought, no",
    "nothing-after, UNDECIDED, unsure, perhaps",
    "content, TROUBLE, refused, no",
    "failed, TROUBLE, failed, perhaps",
    "failed 1, DONE, rendered, bought"
  })
  void theShellLearnsWhatBecameOfTheRows(
      String misbehaviour, ExitCode exit, String status, String paid) throws Exception {
    job.prompts("[sandbox " + misbehaviour + "]");

    assertThat(job.run().exit()).isEqualTo(exit);

    assertThat(job.column("status")).containsExactly(status);
    assertThat(job.column("paid")).containsExactly(paid);
  }

  @Test
  void anOutageCostsFewRowsAndTheSameCommandFinishesTheRest() throws Exception {
    job.rooms(15).run();
    provider.misbehave("{\"500\":1.0}");

    var during = job.rooms(60).run();

    assertThat(during.exit()).isEqualTo(ExitCode.ENDPOINT);
    assertThat(during.unsureRows()).hasSizeBetween(5, 5 + 4);

    provider.misbehave("{}");
    var after = job.run();

    assertThat(after.exit()).isEqualTo(ExitCode.UNDECIDED);
    assertThat(after.run()).isEqualTo(during.run());
    assertThat(after.byStatus())
        .containsOnlyKeys(ResultStatus.RENDERED, ResultStatus.UNSURE)
        .containsEntry(ResultStatus.UNSURE, (long) during.unsureRows().size());
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(60));
    assertThat(provider.billed()).isEqualTo(60 - during.unsureRows().size());
  }

  @Test
  void aRenderThatNeverComesDoesNotHoldUpTheRest() throws Exception {
    job.prompts("[sandbox processing]", "a", "b", "c", "d", "e", "f", "g");

    var report = job.run("limits.window=2", "limits.patience=1s");

    assertThat(report.exit()).isEqualTo(ExitCode.TROUBLE);
    assertThat(job.column("status"))
        .startsWith("rendering", "rendered")
        .containsOnlyOnce("rendering");
    assertThat(job.column("paid")).containsOnly("bought");
    assertThat(job.run("limits.patience=1s").exit())
        .as("rendering for the second run in a row")
        .isEqualTo(ExitCode.UNDECIDED);
  }

  @Test
  void aRowThatAPersonHasToDecideAboutOutranksAUsedUpBudget() throws Exception {
    job.prompts("[sandbox nothing-after]", "a", "b", "c");

    var report = job.run("limits.in-flight=1", "budget.renders=2");

    assertThat(report.byStatus()).containsKeys(ResultStatus.UNSURE, ResultStatus.NOT_BOUGHT);
    assertThat(report.exit()).isEqualTo(ExitCode.UNDECIDED);
    assertThat(job.run("limits.in-flight=1", "budget.renders=0").exit())
        .isEqualTo(ExitCode.UNDECIDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"content", "failed", "processing"})
  void aUsedUpBudgetOutranksRowsToCorrect(String misbehaviour) throws Exception {
    job.prompts("[sandbox " + misbehaviour + "]", "a", "b", "c");

    var report =
        job.run("limits.in-flight=1", "budget.renders=2", "retries=0", "limits.patience=1s");

    assertThat(report.exit()).isEqualTo(ExitCode.BUDGET);
  }

  @Test
  void aRenderThatIsOrderedAnewIsNotOverdue() throws Exception {
    job.rooms(1).run();
    provider.misbehave("{\"processing\":1.0}");

    assertThat(job.fresh("limits.patience=1s").exit()).isEqualTo(ExitCode.TROUBLE);
    assertThat(job.run("limits.patience=1s").exit()).isEqualTo(ExitCode.UNDECIDED);
  }

  @Test
  void anInputThatChangesUnderARunEndsItAndLosesNothing() throws Exception {
    var first = job.rooms(90).start("limits.window=8");
    await().pollInterval(Duration.ofMillis(10)).until(() -> provider.billed() > 9);
    Files.writeString(
        job.file("rooms.csv"),
        "https://photos.example/a.jpg,one more\n",
        StandardOpenOption.APPEND);

    assertThat(first.get(20, TimeUnit.SECONDS).exit()).isEqualTo(ExitCode.USAGE);

    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(91));
    assertThat(provider.billed()).isEqualTo(91);
  }

  @Test
  void whatWasKilledAfterItsLastStepIsPrintedOnceMore() throws Exception {
    job.rooms(3).run();
    job.queryState(it -> it.sql("update render_run set ending = null").update());
    Files.delete(job.file("out/results.csv"));

    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(job.column("status")).containsExactly("rendered", "rendered", "rendered");
    assertThat(provider.billed()).isEqualTo(3);
  }

  @Test
  void aFileThatIsNoTableBuysNothing() throws Exception {
    job.csv("room,style\nkitchen,modern\n");

    assertThatThrownBy(job::run)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no column init_image");
  }

  @Test
  void resultsThatCannotBeWrittenAreAStorageFailureAndPaidOnce() throws Exception {
    var inTheWay = Files.createDirectories(job.file("out/results.csv"));

    assertThat(job.rooms(5).run().exit()).isEqualTo(ExitCode.STORAGE);

    Files.delete(inTheWay);
    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(5));
    assertThat(provider.creates()).isEqualTo(5);
  }

  @Test
  void aStateThatCannotBeThereIsAStorageFailure() throws Exception {
    Files.writeString(job.file("plain"), "a file");
    job.rooms(1);

    var failure = catchThrowable(() -> job.run("state=" + job.file("plain/state")));

    assertThat(FailureAnalyzer.exit(failure)).isEqualTo(ExitCode.STORAGE);
    assertThat(provider.creates()).isZero();
  }

  @Test
  void aDatabaseThatIsNoneIsAStorageFailure() throws Exception {
    Files.createDirectory(job.file("state"));
    Files.write(job.file("state/roomline.mv.db"), new byte[20_000]);
    job.rooms(1);

    var failure = catchThrowable(job::run);

    assertThat(FailureAnalyzer.exit(failure)).isEqualTo(ExitCode.STORAGE);
    assertThat(provider.creates()).isZero();
  }
}
