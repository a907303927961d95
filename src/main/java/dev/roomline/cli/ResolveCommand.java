package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.job.decisions.UnsureResolver;
import dev.roomline.jobfile.JobFile;
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
      "Lists unsure rows: they may have been charged. Look in the provider's account, then decide.",
      "The next run renders rows that are marked not-paid.",
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
      description = "The decision. Without it: list the unsure rows.")
  private @Nullable String decision;

  @Parameters(
      index = "2..*",
      paramLabel = "ROW",
      description = "Rows such as 3 or 7-12, or all: every unsure row.")
  private List<String> rows = List.of();

  @Mixin
  private DecisionOptions options = new DecisionOptions();

  @Option(
      names = "--picture",
      paramLabel = "URL",
      description = "URL of the paid picture. Once for each render.")
  private List<String> pictures = List.of();

  @Override
  public Integer call() throws Exception {
    var jobFile = job.sheet(System.getenv());
    var report = report(jobFile);
    try (var console = new Console(output, job.invocation(), jobFile.name())) {
      console.result(ExitCode.DONE, RunSummary.of(report, meaning()), report.asJson());
    }
    return ExitCode.DONE.code();
  }

  private ResolveReport report(JobFile jobFile) throws IOException, InterruptedException {
    var resolve = new UnsureResolver(jobFile, Clock.systemUTC());
    var elsewhere = "paid-elsewhere".equals(decision);
    if (!pictures.isEmpty() && !elsewhere) {
      throw new InvalidInputException("--picture can be used with paid-elsewhere only");
    }
    if (decision == null) return resolve.unsure();
    var named = DecisionOptions.rows("resolve " + decision, rows);
    if (elsewhere) return resolve.paidElsewhere(named, pictures, options.by, options.why);
    if (decision.equals("not-paid")) return resolve.notPaid(named, options.by, options.why);
    if (decision.equals("give-up")) return resolve.giveUp(named, options.by, options.why);
    throw new InvalidInputException(
        "resolve " + decision + ": write not-paid, paid-elsewhere or give-up");
  }

  private String meaning() {
    if ("not-paid".equals(decision)) return "marked as not paid, to be rendered by the next run";
    return "paid-elsewhere".equals(decision) ? "marked as paid" : "given up";
  }
}
