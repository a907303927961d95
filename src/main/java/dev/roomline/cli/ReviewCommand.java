package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.job.decisions.PictureReviewer;
import dev.roomline.job.decisions.ReviewReport;
import dev.roomline.jobfile.JobFile;
import dev.roomline.report.CommandSummary;
import dev.roomline.report.JsonReports;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
final class ReviewCommand extends DecisionCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "accept|reject",
      description = "The decision. Without it: list the rows to review.")
  private @Nullable String decision;

  @Override
  Shown decide(JobFile jobFile) throws IOException, InterruptedException {
    var report = report(jobFile);
    return new Shown(CommandSummary.of(report, decision + "ed"), JsonReports.of(report));
  }

  private ReviewReport report(JobFile jobFile) throws IOException, InterruptedException {
    var review = new PictureReviewer(jobFile, Clock.systemUTC());
    if (decision == null) return review.waiting();
    var named = rows("review " + decision);
    if (decision.equals("accept")) return review.accept(named, by(), why());
    if (decision.equals("reject")) return review.reject(named, by(), why());
    throw new InvalidInputException("review " + decision + ": write accept or reject");
  }
}
