package dev.roomline.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;

class AfterJobListenerTest {
  private final JobExecution execution =
      new JobExecution(1, new JobInstance(1, RenderJob.NAME), new JobParameters());

  @Test
  void whatFailsAfterTheJobFailsTheJob() {
    execution.setStatus(BatchStatus.COMPLETED);
    var full = new StorageException(Path.of("out"), new IOException("No space left on device"));

    listener(full).afterJob(execution);

    assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(execution.getFailureExceptions()).containsExactly(full);
  }

  @Test
  void theJobsOwnFailureStaysTheFirst() {
    execution.setStatus(BatchStatus.FAILED);
    var first = new IllegalStateException("the job broke");
    var second = new IllegalStateException("and could not be published");
    execution.addFailureException(first);

    listener(second).afterJob(execution);

    assertThat(execution.getFailureExceptions()).containsExactly(first, second);
  }

  private static AfterJobListener listener(RuntimeException failure) {
    return new AfterJobListener() {
      @Override
      void after(JobExecution execution) {
        throw failure;
      }
    };
  }
}
