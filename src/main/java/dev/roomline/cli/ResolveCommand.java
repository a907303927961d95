package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.job.decisions.UnsureResolver;
import dev.roomline.jobfile.JobFile;
import dev.roomline.report.CommandSummary;
import dev.roomline.report.JsonReports;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
final class ResolveCommand extends DecisionCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "not-paid|paid-elsewhere|give-up",
      description = "The decision. Without it: list the unsure rows.")
  private @Nullable String decision;

  @Option(
      names = "--picture",
      paramLabel = "URL",
      description = "URL of the paid picture. Once for each render.")
  private List<String> pictures = List.of();

  @Override
  Shown decide(JobFile jobFile) throws IOException, InterruptedException {
    var report = report(jobFile);
    return new Shown(CommandSummary.of(report, meaning()), JsonReports.of(report));
  }

  private ResolveReport report(JobFile jobFile) throws IOException, InterruptedException {
    var resolve = new UnsureResolver(jobFile, Clock.systemUTC());
    var elsewhere = "paid-elsewhere".equals(decision);
    if (!pictures.isEmpty() && !elsewhere) {
      throw new InvalidInputException("--picture can be used with paid-elsewhere only");
    }
    if (decision == null) return resolve.unsure();
    var named = rows("resolve " + decision);
    if (elsewhere) return resolve.paidElsewhere(named, pictures, by(), why());
    if (decision.equals("not-paid")) return resolve.notPaid(named, by(), why());
    if (decision.equals("give-up")) return resolve.giveUp(named, by(), why());
    throw new InvalidInputException(
        "resolve " + decision + ": write not-paid, paid-elsewhere or give-up");
  }

  private String meaning() {
    if ("not-paid".equals(decision)) return "marked as not paid, to be rendered by the next run";
    return "paid-elsewhere".equals(decision) ? "marked as paid" : "given up";
  }
}
