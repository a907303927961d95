package dev.roomline.cli;

import dev.roomline.domain.BadInput;
import dev.roomline.failure.Exit;
import dev.roomline.job.decisions.ResolveJob;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.report.Summary;
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
final class ResolveVerb implements Callable<Integer> {
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
    var sheet = job.sheet(System.getenv());
    var report = report(sheet);
    try (var console = new Console(output, sheet.name())) {
      console.result(Exit.DONE, Summary.of(report), report.asJson());
    }
    return Exit.DONE.code();
  }

  private ResolveReport report(JobSheet sheet) throws IOException, InterruptedException {
    var resolve = new ResolveJob(sheet, Clock.systemUTC());
    var elsewhere = "paid-elsewhere".equals(decision);
    if (!pictures.isEmpty() && !elsewhere) {
      throw new BadInput("--picture goes with paid-elsewhere only");
    }
    if (decision == null) return resolve.unsure();
    var named = DecisionOptions.rows("resolve " + decision, rows);
    if (elsewhere) return resolve.paidElsewhere(named, pictures, options.by, options.why);
    if (decision.equals("not-paid")) return resolve.notPaid(named, options.by, options.why);
    if (decision.equals("give-up")) return resolve.giveUp(named, options.by, options.why);
    throw new BadInput("resolve " + decision + ": write not-paid, paid-elsewhere or give-up");
  }
}
