package dev.roomline.job.batch;

import dev.roomline.results.ResultRow;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The corridor: rows, window, processor, results; then what was accepted is collected; then the
 * output folder is printed. Read the stations top to bottom.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({BatchJdbcAutoConfiguration.class, BatchAutoConfiguration.class})
class RenderJob {
  static final String NAME = "render";
  private static final int CHUNK = 50;

  @Bean
  Job job(JobRepository repository, Step render, Step collect, Step publish, RunBeans it) {
    return new JobBuilder(NAME, repository)
        .start(render)
        .next(collect)
        .next(publish)
        .listener(unfinishedIsStopped(it))
        .build();
  }

  @Bean
  Step render(JobRepository repository, PlatformTransactionManager transactions, RunBeans it) {
    return new StepBuilder("render", repository)
        .<PendingRow, ResultRow>chunk(CHUNK)
        .transactionManager(transactions)
        .reader(it.window())
        .processor(it.processor())
        .writer(lines -> it.table().write(lines.getItems()))
        .allowStartIfComplete(true)
        .build();
  }

  @Bean
  Step collect(JobRepository repository, PlatformTransactionManager transactions, RunBeans it) {
    return new StepBuilder("collect", repository)
        .tasklet(it.collect(), transactions)
        .allowStartIfComplete(true)
        .build();
  }

  @Bean
  Step publish(JobRepository repository, PlatformTransactionManager transactions, RunBeans it) {
    return new StepBuilder("publish", repository)
        .tasklet(
            (step, context) -> {
              it.publish();
              return RepeatStatus.FINISHED;
            },
            transactions)
        .allowStartIfComplete(true)
        .build();
  }

  /** So that the same command continues it. */
  private static JobExecutionListener unfinishedIsStopped(RunBeans it) {
    return new JobExecutionListener() {
      @Override
      public void afterJob(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED && !it.finished()) {
          execution.setStatus(BatchStatus.STOPPED);
        }
      }
    };
  }
}
