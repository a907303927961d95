package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.job.decisions.UnsureResolver;
import dev.roomline.jobfile.JobFile;
import dev.roomline.report.JsonReports;
import dev.roomline.report.RunSummary;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code roomline resolve}. */
@Command(
    name = "resolve",
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline resolve nightly",
      "  roomline resolve nightly not-paid 7 12-15 --why \"not in the account's history\"",
      "  roomline resolve nightly paid-elsewhere 9 --picture https://host/picture.png",
      "  roomline resolve nightly give-up all --by anna"
    },
    description = {
      "Lists rows that may have been paid; takes them as not paid, as paid, or gives them up.",
      "What is not paid is bought by the next run.",
      ""
    })
final class ResolveCommand implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "not-paid|paid-elsewhere|give-up",
      description = "What is decided; without it the unsure rows are listed.")
  private @Nullable String decision;

  @Parameters(
      index = "2..*",
      paramLabel = "ROW",
      description = "Rows as 3, 7-12 or all; all means all that wait.")
  private List<String> rows = List.of();

  @Mixin
  private DecisionOptions options = new DecisionOptions();

  @Option(
      names = "--picture",
      paramLabel = "URL",
      description = "Where the picture of what was paid lies; once for each render.")
  private List<String> pictures = List.of();

  @Override
  public Integer call() throws Exception {
    var jobFile = job.sheet(System.getenv());
    var report = report(jobFile);
    try (var console = new Console(output, jobFile.name())) {
      console.result(ExitCode.DONE, RunSummary.of(report), JsonReports.of(report));
    }
    return ExitCode.DONE.code();
  }

  private ResolveReport report(JobFile jobFile) throws IOException, InterruptedException {
    var resolve = new UnsureResolver(jobFile, Clock.systemUTC());
    var elsewhere = "paid-elsewhere".equals(decision);
    if (!pictures.isEmpty() && !elsewhere) {
      throw new InvalidInputException("--picture goes with paid-elsewhere only");
    }
    if (decision == null) return resolve.unsure();
    var named = DecisionOptions.rows("resolve " + decision, rows);
    if (elsewhere) return resolve.paidElsewhere(named, pictures, options.by, options.why);
    if (decision.equals("not-paid")) return resolve.notPaid(named, options.by, options.why);
    if (decision.equals("give-up")) return resolve.giveUp(named, options.by, options.why);
    throw new InvalidInputException(
        "resolve " + decision + ": write not-paid, paid-elsewhere or give-up");
  }
}
