package dev.roomline.job.batch;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Does something after the job, and fails the job if that fails.
 *
 * <p>Spring Batch only logs what {@code afterJob} throws, and skips the listeners that come next.
 */
abstract class AfterJobListener implements JobExecutionListener {

  /** Whatever it throws becomes a failure of the job. */
  abstract void after(JobExecution execution) throws InterruptedException;

  @Override
  public final void afterJob(JobExecution execution) {
    try {
      after(execution);
    } catch (InterruptedException | RuntimeException e) {
      execution.setStatus(BatchStatus.FAILED);
      execution.addFailureException(e);
    }
  }
}
