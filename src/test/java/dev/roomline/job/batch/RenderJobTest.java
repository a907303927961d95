package dev.roomline.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What Spring Batch's own tables say about runs, and how a broken job ends. */
class RenderJobTest {
  private static final String STARTS = """
      select execution.status, execution.exit_code, execution.exit_message
      from batch_job_execution execution
      order by execution.job_execution_id
      """;
  private static final String STEPS = """
      select step_name from batch_step_execution order by step_execution_id
      """;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()));
  }

  @Test
  void everyStartIsAnInstanceOfItsOwn() throws Exception {
    job.rooms(9).limited(3);
    job.run();

    assertThat(job.<Long>queryState(it ->
            it.sql("select count(*) from batch_job_instance").query(Long.class).single()))
        .isEqualTo(2);
    assertThat(job.<List<Long>>queryState(it -> it.sql("""
                select cast(parameter_value as bigint) from batch_job_execution_params
                where parameter_name = 'run' and identifying = 'N'
                """).query(Long.class).list()))
        .containsExactly(1L, 1L);
  }

  @Test
  void aRunThatEndsEarlyIsCompletedAndSaysWhy() throws Exception {
    job.rooms(9).limited(3);
    job.run();

    assertThat(starts()).extracting(it -> it.get("status")).containsOnly("COMPLETED");
    assertThat(starts())
        .extracting(it -> it.get("exit_code"))
        .containsExactly("BUDGET", "COMPLETED");
    assertThat(starts().get(0).get("exit_message")).asString().contains("--limit");
  }

  @Test
  void anInterruptedRunSaysSo() throws Exception {
    job.rooms(9).stop().request(ExitCode.INTERRUPTED);

    assertThat(job.run().exit()).isEqualTo(ExitCode.INTERRUPTED);

    assertThat(starts()).extracting(it -> it.get("exit_code")).containsExactly("INTERRUPTED");
  }

  @Test
  void itsStepsAreRenderCollectPublishAndTheDeletionOfUploads() throws Exception {
    job.rooms(2).run();

    assertThat(
            job.<List<String>>queryState(it -> it.sql(STEPS).query(String.class).list()))
        .containsExactly("render", "collect", "publish", "delete-uploads");
  }

  @Test
  void whatWasKilledIsNotShownAsRunningAfterTheNextStart() throws Exception {
    job.rooms(2).run();
    job.queryState(
        it -> it.sql("update batch_job_execution set status = 'STARTED', end_time = null")
            .update());

    job.run();

    assertThat(starts()).extracting(it -> it.get("status")).containsExactly("FAILED", "COMPLETED");
  }

  @Test
  void aBrokenJobIsPublishedAsFarAsItCame() throws Exception {
    breakInside();

    var report = job.run();

    assertThat(report.exit()).isEqualTo(ExitCode.INTERNAL);
    assertThat(job.results()).exists();
  }

  @Test
  void aBrokenJobThatCannotBePublishedEitherEndsAsAStorageFailure() throws Exception {
    breakInside();
    Files.createDirectories(job.results().resolve("in the way"));

    var report = job.run();

    assertThat(report.exit()).isEqualTo(ExitCode.STORAGE);
    assertThat(report.exit().code()).isEqualTo(11);
    assertThat(report.words()).singleElement().asString().contains("move it out of the way");
    assertThat(job.messages()).anyMatch(line -> line.contains("internal error"));
  }

  /** The ledger's entry for one of its rows can no longer be understood. */
  private void breakInside() throws Exception {
    job.rooms(2).run();
    job.queryState(it ->
        it.sql("update render_ledger set state = 'NONSENSE' where row_no = 3").update());
    Files.delete(job.results());
  }

  private List<Map<String, Object>> starts() throws InterruptedException {
    return job.queryState(it -> it.sql(STARTS).query().listOfRows());
  }
}
