package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.job.doctor.Doctor;
import dev.roomline.job.doctor.DoctorReport;
import dev.roomline.report.DoctorSummary;
import dev.roomline.report.JsonReports;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code roomline doctor}. */
@Command(
    name = "doctor",
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline doctor nightly",
      "  roomline doctor nightly --pictures",
      "  roomline doctor rooms.csv --endpoint https://modelslab.com --budget 200"
    },
    description = {"Checks key, balance, photos, disk and job file before a run. Free.", ""})
final class DoctorCommand implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private BudgetOption budget = new BudgetOption();

  @Option(
      names = "--pictures",
      description = "Also read every kept picture, to find those that were damaged.")
  private boolean pictures;

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws Exception {
    var report = report();
    try (var console = new Console(output, job.invocation(), "doctor")) {
      console.result(report.exit(), DoctorSummary.of(report), JsonReports.of(report));
    }
    return report.exit().code();
  }

  private DoctorReport report() throws InterruptedException {
    var environment = System.getenv();
    try {
      var jobFile = job.jobFile(environment, budget.settings());
      return new Doctor(new Doctor.Target(
              jobFile,
              () -> EndpointOpener.unopenedEndpoint(jobFile),
              () -> EndpointOpener.unopenedPhotos(jobFile),
              () -> ApiKeySource.read(jobFile.endpoint(), environment).key(),
              Clock.systemUTC()))
          .examine(pictures);
    } catch (InvalidInputException e) {
      return DoctorReport.of(e);
    }
  }
}
