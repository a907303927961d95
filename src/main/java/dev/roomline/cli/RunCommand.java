package dev.roomline.cli;

import dev.roomline.job.run.RunReport;
import dev.roomline.job.run.RunStarter;
import dev.roomline.job.run.StopRequest;
import dev.roomline.job.session.JobRequest;
import dev.roomline.jobfile.JobFile;
import dev.roomline.report.CommandSummary;
import dev.roomline.report.JsonReports;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code roomline run}. */
@Command(
    name = "run",
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline run jobs/listing-renders.yml",
      "  roomline run nightly --quiet --wait 2h",
      "  roomline run nightly --until 06:00 --zone Europe/Berlin",
      "  roomline run rooms.csv --limit 3",
      "  roomline run catalogue --endpoint https://modelslab.com --budget 200",
      "  roomline run nightly --set endpoint.price=0.02 --budget money=5 --budget per=day"
    },
    description = {
      "Renders the rows that are not paid yet. The same command continues an interrupted run.",
      "The API key is read from ROOMLINE_API_KEY or from the file in ROOMLINE_API_KEY_FILE.",
      ""
    })
final class RunCommand implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private BuyingOptions buying = new BuyingOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Option(names = "--fresh", description = "Pay for every render again.")
  private boolean fresh;

  @Override
  public Integer call() throws Exception {
    var jobFile = job.jobFile(System.getenv(), buying.settings());
    var stop = new StopRequest();
    StopSignals.install(stop);
    try (var endpointOpener = EndpointOpener.of(jobFile, System.getenv());
        var console = new Console(output, job.invocation(), jobFile.name())) {
      var request = new JobRequest(
          jobFile,
          endpointOpener.access(),
          fresh,
          buying.most(),
          buying.wait,
          buying.grace,
          JobRequest.Timing.usual());
      endpointOpener.notice().ifPresent(console::news);
      var report = new RunStarter(request, stop, console::news, console::progress).run();
      console.result(report.exit(), summary(jobFile, report), JsonReports.of(report));
      return report.exit().code();
    }
  }

  /** The summary without a balance for the built-in sandbox, as its account is new in each run. */
  static List<String> summary(JobFile jobFile, RunReport report) {
    return jobFile.endpoint().isSandbox()
        ? CommandSummary.ofSandbox(report)
        : CommandSummary.of(report);
  }
}
