package dev.roomline.job.batch;

import dev.roomline.ledger.Run;
import dev.roomline.state.Database;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

/** Starts the corridor's Spring context, closed to the outside's properties, and runs its job. */
public final class BatchLauncher {
  private static final Map<String, Object> PROPERTIES = Map.of(
      "spring.config.location", "optional:classpath:/no-file-is-read/",
      "spring.main.banner-mode", "off",
      "spring.main.log-startup-info", "false",
      "spring.main.register-shutdown-hook", "false",
      "spring.batch.jdbc.initialize-schema", "never");

  private BatchLauncher() {}

  /** Runs the job; tells what broke it, if something did. */
  public static Optional<Throwable> run(RunBeans runBeans, Database database, Run run) {
    try (var context = context(runBeans, database)) {
      var operator = context.getBean(JobOperator.class);
      var repository = context.getBean(JobRepository.class);
      // Their lock is ours, so nobody is running them.
      for (var dead : repository.findRunningJobExecutions(RenderJob.NAME)) operator.recover(dead);
      var parameters = new JobParametersBuilder().addLong("run", run.number()).toJobParameters();
      reopen(repository, parameters);
      return failure(operator.start(context.getBean(Job.class), parameters));
    } catch (Exception e) {
      return Optional.of(e);
    }
  }

  /** It was killed between its last step and its end in the books: what is left is done once more. */
  private static void reopen(JobRepository repository, JobParameters parameters) {
    var last = repository.getLastJobExecution(RenderJob.NAME, parameters);
    if (last == null || last.getStatus() != BatchStatus.COMPLETED) return;
    last.setStatus(BatchStatus.STOPPED);
    repository.update(last);
  }

  private static Optional<Throwable> failure(JobExecution execution) {
    return execution.getStatus().isUnsuccessful()
        ? Optional.of(execution.getAllFailureExceptions().stream()
            .findFirst()
            .orElseGet(() -> new IllegalStateException("job ended " + execution.getStatus())))
        : Optional.empty();
  }

  private static ConfigurableApplicationContext context(RunBeans runBeans, Database database) {
    return new SpringApplicationBuilder(RenderJob.class)
        .environment(closedEnvironment())
        .web(WebApplicationType.NONE)
        .addCommandLineProperties(false)
        .initializers(context -> supply((GenericApplicationContext) context, runBeans, database))
        .run();
  }

  private static void supply(
      GenericApplicationContext context, RunBeans runBeans, Database database) {
    context.registerBean(RunBeans.class, () -> runBeans);
    context.registerBean(DataSource.class, database::source, bean -> bean.setDestroyMethodName(""));
    context.registerBean(PlatformTransactionManager.class, database::transactions);
  }

  private static StandardEnvironment closedEnvironment() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .forEach(it -> environment.getPropertySources().remove(it.getName()));
    environment.getPropertySources().addFirst(new MapPropertySource("roomline", PROPERTIES));
    return environment;
  }
}
