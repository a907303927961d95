package dev.roomline.cli;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.retry.RetryFilter;
import dev.roomline.job.retry.RetryPreview;
import dev.roomline.job.retry.RetryRunner;
import dev.roomline.job.run.StopRequest;
import dev.roomline.job.session.EndpointAccess;
import dev.roomline.job.session.JobRequest;
import dev.roomline.jobfile.JobFile;
import dev.roomline.report.JsonReports;
import dev.roomline.report.RetrySummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code roomline retry}. */
@Command(
    name = "retry",
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline retry nightly",
      "  roomline retry nightly --failed --yes",
      "  roomline retry nightly --rows 3,7-12 --new-seed",
      "  roomline retry nightly --status refused,expired --cause \"model id\" --limit 5"
    },
    description = {
      "Renders rows without a picture again. Shows rows and cost, then asks before it pays.",
      "A row is chosen if it matches every option given. For unsure rows use resolve.",
      ""
    })
final class RetryCommand implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Mixin
  private BuyingOptions buying = new BuyingOptions();

  @Mixin
  private DecisionOptions decision = new DecisionOptions();

  @Option(names = "--failed", description = "The same as --status failed.")
  private boolean failed;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "refused, failed, expired or invalid. Default: all four")
  private List<String> statuses = List.of();

  @Option(names = "--rows", paramLabel = "ROWS", description = "Row numbers, such as 3,7-12.")
  private List<String> rows = List.of();

  @Option(
      names = "--cause",
      paramLabel = "TEXT",
      description = "Text of the error, or a cause from errors.csv.")
  private String cause = "";

  @Option(
      names = "--new-seed",
      description = "Use another seed than before. For v6 and enterprise.")
  private boolean newSeed;

  @Option(names = "--yes", description = "Pay without asking.")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    var jobFile = job.jobFile(System.getenv(), buying.settings());
    var offer = job(jobFile, EndpointOpener.unopened(jobFile)).offer(choice());
    if (offer.isEmpty()) return shown(jobFile, offer, ExitCode.DONE);
    if (yes || offer.renders() == 0) return buy(jobFile, offer);
    if (!Confirmation.canBeAsked()) {
      var exit = shown(jobFile, offer, ExitCode.USAGE);
      System.err.println("roomline: Nothing was paid. Next: add --yes to render these.");
      return exit;
    }
    RetrySummary.of(offer).forEach(System.err::println);
    return Confirmation.to("Render again and pay for " + offer.price() + "?")
        ? buy(jobFile, offer)
        : ExitCode.DONE.code();
  }

  private RetryFilter choice() {
    var chosen = new ArrayList<>(statuses);
    if (failed) chosen.add("failed");
    return RetryFilter.parse(chosen, rows, cause);
  }

  private RetryRunner job(JobFile jobFile, EndpointAccess access) {
    var request = new JobRequest(
        jobFile,
        access,
        false,
        buying.most(),
        buying.wait,
        buying.grace,
        JobRequest.Timing.usual());
    return new RetryRunner(request, newSeed);
  }

  private int shown(JobFile jobFile, RetryPreview offer, ExitCode exit)
      throws InterruptedException {
    try (var console = new Console(output, job.invocation(), jobFile.name())) {
      console.result(exit, RetrySummary.of(offer), JsonReports.of(offer));
    }
    return exit.code();
  }

  private int buy(JobFile jobFile, RetryPreview offer) throws IOException, InterruptedException {
    var stop = new StopRequest();
    StopSignals.install(stop);
    try (var endpointOpener = EndpointOpener.of(jobFile, System.getenv());
        var console = new Console(output, job.invocation(), jobFile.name())) {
      endpointOpener.notice().ifPresent(console::news);
      if (yes || offer.renders() == 0) RetrySummary.of(offer).forEach(console::news);
      var why = decision.why.isEmpty() ? "retry" : decision.why;
      var report = job(jobFile, endpointOpener.access())
          .buy(offer, decision.by, why, stop, console::news, console::progress);
      console.result(report.exit(), RunCommand.summary(jobFile, report), JsonReports.of(report));
      return report.exit().code();
    }
  }
}
