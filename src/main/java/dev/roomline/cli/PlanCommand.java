package dev.roomline.cli;

import dev.roomline.job.plan.Planner;
import dev.roomline.job.session.JobRequest;
import dev.roomline.report.CommandSummary;
import dev.roomline.report.JsonReports;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code roomline plan}. */
@Command(
    name = "plan",
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline plan jobs/listing-renders.yml",
      "  roomline plan nightly --set endpoint.price=0.02 --until 06:00",
      "  roomline plan catalogue --endpoint https://modelslab.com --budget 200 --probe",
      "  roomline plan catalogue --input autumn.csv --json"
    },
    description = {"Shows what a run would pay for, its cost and its time. Free.", ""})
final class PlanCommand implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private BudgetOption budget = new BudgetOption();

  @Mixin
  private WindowOptions window = new WindowOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Option(names = "--fresh", description = "Plan to pay for every render again.")
  private boolean fresh;

  @Mixin
  private LimitOption limit = new LimitOption();

  @Option(names = "--probe", description = "Check that each photo's URL delivers a picture.")
  private boolean probe;

  @Override
  public Integer call() throws Exception {
    var flags = new LinkedHashMap<>(budget.settings());
    flags.putAll(window.overrides());
    var jobFile = job.jobFile(System.getenv(), flags);
    var request = new JobRequest(
        jobFile,
        EndpointOpener.unopened(jobFile),
        fresh,
        limit.most(),
        Duration.ZERO,
        Duration.ZERO,
        JobRequest.Timing.usual());
    var report = new Planner(request, probe).plan();
    try (var console = new Console(output, job.invocation(), jobFile.name())) {
      console.result(report.exit(), CommandSummary.of(report), JsonReports.of(report));
    }
    return report.exit().code();
  }
}
