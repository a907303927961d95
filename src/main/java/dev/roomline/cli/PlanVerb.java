package dev.roomline.cli;

import dev.roomline.job.PlanJob;
import dev.roomline.job.RunCommand;
import dev.roomline.report.Summary;
import java.time.Duration;
import java.util.OptionalLong;
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
      "  roomline plan catalogue --input autumn.csv --json"
    },
    description = {"Tells what a run would buy; buys nothing.", ""})
final class PlanVerb implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private BudgetOption budget = new BudgetOption();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Option(names = "--fresh", description = "Plan to buy every render anew.")
  private boolean fresh;

  @Override
  public Integer call() throws Exception {
    var sheet = job.sheet(System.getenv(), budget.settings());
    var command = new RunCommand(
        sheet,
        Vendor.unopened(sheet),
        fresh,
        OptionalLong.empty(),
        Duration.ZERO,
        Duration.ZERO,
        RunCommand.Pulse.usual());
    var report = new PlanJob(command).plan();
    try (var console = new Console(output, sheet.name())) {
      console.result(report.exit(), Summary.of(report), report.asJson());
    }
    return report.exit().code();
  }
}
