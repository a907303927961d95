package dev.roomline.job.batch;

import dev.roomline.ledger.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The Spring context of one run and its job. It reads no properties from outside. */
public final class BatchLauncher implements AutoCloseable {
  private static final Map<String, Object> PROPERTIES = Map.of(
      "spring.config.location", "optional:classpath:/no-file-is-read/",
      "spring.main.banner-mode", "off",
      "spring.main.log-startup-info", "false",
      "spring.main.register-shutdown-hook", "false",
      "spring.batch.jdbc.initialize-schema", "never");

  private final ConfigurableApplicationContext context;

  private BatchLauncher(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Creates the parts of a run from the inputs; throws what any of them threw. */
  public static BatchLauncher of(Object... inputs) {
    try {
      return new BatchLauncher(new SpringApplicationBuilder(RenderJob.class)
          .environment(closedEnvironment())
          .web(WebApplicationType.NONE)
          .addCommandLineProperties(false)
          .initializers(context -> supply(context.getBeanFactory(), inputs))
          .run());
    } catch (BeansException e) {
      throw causeOf(e);
    }
  }

  /** Registers the inputs. Spring uses them and does not close them. */
  static void supply(SingletonBeanRegistry beans, Object... inputs) {
    for (var input : inputs) beans.registerSingleton(input.getClass().getName(), input);
  }

  /** One part of the run. */
  public <T> T get(Class<T> part) {
    return context.getBean(part);
  }

  /** Runs the job and returns its failures, in the order in which they happened. */
  public List<Throwable> run(Run run) {
    try {
      var operator = get(JobOperator.class);
      // The state is locked, so no process runs them any more.
      for (var dead : get(JobRepository.class).findRunningJobExecutions(RenderJob.NAME)) {
        operator.recover(dead);
      }
      // Each start is an instance of its own: where it goes on is read from the results table.
      var parameters = new JobParametersBuilder()
          .addString("start", UUID.randomUUID().toString())
          .addLong("run", run.number(), false)
          .toJobParameters();
      return failures(operator.start(get(Job.class), parameters));
    } catch (Exception e) {
      return List.of(e);
    }
  }

  private static List<Throwable> failures(JobExecution execution) {
    if (!execution.getStatus().isUnsuccessful()) return List.of();
    var failures = new ArrayList<Throwable>();
    execution.getStepExecutions().forEach(step -> failures.addAll(step.getFailureExceptions()));
    failures.addAll(execution.getFailureExceptions());
    if (failures.isEmpty()) {
      failures.add(new IllegalStateException("job ended " + execution.getStatus()));
    }
    return failures;
  }

  private static RuntimeException causeOf(BeansException e) {
    Throwable cause = e;
    while (cause instanceof BeansException && cause.getCause() != null) cause = cause.getCause();
    return cause instanceof RuntimeException known ? known : e;
  }

  private static StandardEnvironment closedEnvironment() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .forEach(it -> environment.getPropertySources().remove(it.getName()));
    environment.getPropertySources().addFirst(new MapPropertySource("roomline", PROPERTIES));
    return environment;
  }

  /** Closes the run's parts, the last made first. */
  @Override
  public void close() {
    context.close();
  }
}
