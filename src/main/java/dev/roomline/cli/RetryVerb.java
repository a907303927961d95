package dev.roomline.cli;

import dev.roomline.failure.Exit;
import dev.roomline.job.retry.RetryChoice;
import dev.roomline.job.retry.RetryJob;
import dev.roomline.job.retry.RetryOffer;
import dev.roomline.job.run.StopSwitch;
import dev.roomline.job.session.Counter;
import dev.roomline.job.session.RunCommand;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.report.Offer;
import dev.roomline.report.Summary;
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
      "Shows which rows without a picture it would buy once more; with a yes it buys only those.",
      "Rows must fit all that is given. Unsure rows are never among them: see resolve.",
      ""
    })
final class RetryVerb implements Callable<Integer> {
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
      description = "refused, failed, expired or invalid; all four if not given.")
  private List<String> statuses = List.of();

  @Option(names = "--rows", paramLabel = "ROWS", description = "Rows as 3,7-12.")
  private List<String> rows = List.of();

  @Option(
      names = "--cause",
      paramLabel = "TEXT",
      description = "What their error says, or a cause as in errors.csv.")
  private String cause = "";

  @Option(
      names = "--new-seed",
      description = "Ask for another seed than before; for v6 and enterprise.")
  private boolean newSeed;

  @Option(names = "--yes", description = "Buy without asking.")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    var sheet = job.sheet(System.getenv(), buying.settings());
    var offer = job(sheet, Vendor.unopened(sheet)).offer(choice());
    if (offer.renders() == 0) return shown(sheet, offer, Exit.DONE);
    if (yes) return buy(sheet, offer);
    if (!Consent.canBeAsked()) {
      var exit = shown(sheet, offer, Exit.USAGE);
      System.err.println("roomline: nothing was bought; --yes buys it");
      return exit;
    }
    Offer.of(offer).forEach(System.err::println);
    return Consent.to("Buy " + offer.price() + "?") ? buy(sheet, offer) : Exit.DONE.code();
  }

  private RetryChoice choice() {
    var chosen = new ArrayList<>(statuses);
    if (failed) chosen.add("failed");
    return RetryChoice.parse(chosen, rows, cause);
  }

  private RetryJob job(JobSheet sheet, Counter counter) {
    var command = new RunCommand(
        sheet, counter, false, buying.most(), buying.wait, buying.grace, RunCommand.Pulse.usual());
    return new RetryJob(command, newSeed);
  }

  private int shown(JobSheet sheet, RetryOffer offer, Exit exit) {
    try (var console = new Console(output, sheet.name())) {
      console.result(exit, Offer.of(offer), offer.asJson());
    }
    return exit.code();
  }

  private int buy(JobSheet sheet, RetryOffer offer) throws IOException, InterruptedException {
    var stop = new StopSwitch();
    StopSignals.pull(stop);
    try (var vendor = Vendor.of(sheet, System.getenv());
        var console = new Console(output, sheet.name())) {
      vendor.notice().ifPresent(console::news);
      if (yes) Offer.of(offer).forEach(console::news);
      var why = decision.why.isEmpty() ? "retry" : decision.why;
      var report = job(sheet, vendor.counter())
          .buy(offer, decision.by, why, stop, console::news, console::figures);
      console.result(report.exit(), Summary.of(report), report.asJson());
      return report.exit().code();
    }
  }
}
