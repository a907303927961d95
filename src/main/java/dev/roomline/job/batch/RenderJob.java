package dev.roomline.job.batch;

import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.render.Renderer;
import dev.roomline.render.UploadCleanup;
import dev.roomline.results.ResultRow;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The steps of a run: render the rows, collect what the provider has not delivered yet, publish the
 * output folder, delete uploaded photos. Read it top to bottom.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({BatchJdbcAutoConfiguration.class, BatchAutoConfiguration.class})
@Import(RunConfiguration.class)
class RenderJob {
  static final String NAME = "render";
  private static final int CHUNK = 50;

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;

  RenderJob(JobRepository repository, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  /** After the job, the listeners are called in reverse order. */
  @Bean
  Job job(
      WalletReader wallet,
      Renderer renderer,
      ResultPublisher publisher,
      JobRequest request,
      StopReasonText stopReasons,
      Step render,
      Step collect,
      Step publish,
      Step deleteUploads) {
    return new JobBuilder(NAME, repository)
        .listener(new WalletListener(wallet, renderer))
        .listener(new EarlierRendersListener(renderer))
        .listener(new StopReasonListener(renderer, stopReasons))
        .listener(new PublishOnFailureListener(renderer, publisher, request))
        .start(render)
        .next(collect)
        .next(publish)
        .next(deleteUploads)
        .build();
  }

  @Bean
  Step render(ReadAheadReader reader, RenderProcessor processor, ResultTableWriter writer) {
    return new StepBuilder("render", repository)
        .<PendingRow, ResultRow>chunk(CHUNK)
        .transactionManager(transactions)
        .reader(reader)
        .processor(processor)
        .writer(writer)
        .build();
  }

  @Bean
  Step collect(
      Renderer renderer,
      WaitingRowReader waitingRows,
      CollectProcessor collector,
      ResultTableWriter writer) {
    return new StepBuilder("collect", repository)
        .<ResultRow, ResultRow>chunk(CHUNK)
        .transactionManager(transactions)
        .listener(new AwaitRendersListener(renderer))
        .reader(waitingRows)
        .processor(collector)
        .writer(writer)
        .build();
  }

  @Bean
  Step publish(ResultPublisher publisher) {
    return new StepBuilder("publish", repository)
        .tasklet(
            (step, context) -> {
              publisher.publish();
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  /** Each deletion commits on its own: the provider is waited for in between. */
  @Bean
  Step deleteUploads(JobRequest request, UploadCleanup uploads, Consumer<String> news) {
    return new StepBuilder("delete-uploads", repository)
        .tasklet(new DeleteUploadsTasklet(request, uploads, news), transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }
}
