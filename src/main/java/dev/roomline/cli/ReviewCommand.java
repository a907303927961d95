package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.decisions.PictureReviewer;
import dev.roomline.job.decisions.ReviewReport;
import dev.roomline.jobfile.JobFile;
import dev.roomline.report.RunSummary;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code roomline review}. */
@Command(
    name = "review",
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline review nightly",
      "  roomline review nightly accept 7 12-15 --why \"small on purpose\"",
      "  roomline review nightly reject 9 --by anna --why \"the window is gone\""
    },
    description = {
      "Lists renders whose picture failed a check, and accepts or rejects them.",
      "A rejected picture is removed from the output. The state keeps it.",
      ""
    })
final class ReviewCommand implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "accept|reject",
      description = "The decision. Without it: list the rows to review.")
  private @Nullable String decision;

  @Parameters(
      index = "2..*",
      paramLabel = "ROW",
      description = "Rows such as 3 or 7-12, or all: every row to review.")
  private List<String> rows = List.of();

  @Mixin
  private DecisionOptions options = new DecisionOptions();

  @Override
  public Integer call() throws Exception {
    var jobFile = job.sheet(System.getenv());
    var report = report(jobFile);
    try (var console = new Console(output, job.invocation(), jobFile.name())) {
      console.result(ExitCode.DONE, RunSummary.of(report, decision + "ed"), report.asJson());
    }
    return ExitCode.DONE.code();
  }

  private ReviewReport report(JobFile jobFile) throws IOException, InterruptedException {
    var review = new PictureReviewer(jobFile, Clock.systemUTC());
    if (decision == null) return review.waiting();
    var named = DecisionOptions.rows("review " + decision, rows);
    if (decision.equals("accept")) return review.accept(named, options.by, options.why);
    if (decision.equals("reject")) return review.reject(named, options.by, options.why);
    throw new InvalidInputException("review " + decision + ": write accept or reject");
  }
}
