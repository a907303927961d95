package dev.roomline.report;

import dev.roomline.domain.Quantity;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.job.decisions.ReviewReport;
import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.status.StatusReport;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The result of a command as text for a person. */
public final class CommandSummary {
  private static final int ROWS_NAMED = 20;

  private CommandSummary() {}

  /** The result of a run. */
  public static List<String> of(RunReport report) {
    return new RunSummary(report, true).lines();
  }

  /** The result of a run at the built-in sandbox, without a balance, as its account is new each time. */
  public static List<String> ofSandbox(RunReport report) {
    return new RunSummary(report, false).lines();
  }

  /** What a run would do. */
  public static List<String> of(PlanReport plan) {
    return new PlanSummary(plan).lines();
  }

  /** The progress of the current run, or how the last ones ended. */
  public static List<String> of(StatusReport status) {
    return new StatusSummary(status, ZoneId.systemDefault()).lines();
  }

  /**
   * What a review decided, and what is left to review.
   *
   * @param decision the decision in the past tense, such as {@code rejected}
   */
  public static List<String> of(ReviewReport review, String decision) {
    var lines = decided(review.decided(), decision);
    for (var line : review.waiting()) {
      lines.add("row %d: %s  %s".formatted(line.row(), line.checks(), line.picture()));
    }
    if (!review.waiting().isEmpty()) {
      var row = review.waiting().get(0).row();
      lines.add(
          "  Next: look at the pictures, then: roomline review JOB accept %d, or: roomline review"
                  .formatted(row)
              + " JOB reject " + row);
    } else {
      lines.add(review.decided().isEmpty() ? "Nothing to review." : "Nothing left to review.");
    }
    return lines;
  }

  /**
   * What a person decided about unsure rows, and which are left.
   *
   * @param decision the decision in the past tense, such as {@code marked as not paid}
   */
  public static List<String> of(ResolveReport resolve, String decision) {
    var lines = new ArrayList<String>();
    if (!resolve.decided().isEmpty())
      lines.add(SummaryText.rows(resolve.decided()) + " " + decision);
    for (var line : resolve.unsure()) lines.addAll(of(line));
    if (!resolve.unsure().isEmpty()) {
      lines.add("  Next: look in the provider's account, then: roomline resolve JOB not-paid %d"
              .formatted(resolve.unsure().get(0).position().row())
          + " (or paid-elsewhere, or give-up)");
    } else {
      lines.add(resolve.decided().isEmpty() ? "No row is unsure." : "No unsure row is left.");
    }
    if (resolve.untold() > 0) {
      lines.add("%s sent by a run that was killed, and not in the results yet"
          .formatted(Quantity.of(resolve.untold(), "render")));
      lines.add("  Next: roomline run JOB, then decide");
    }
    return lines;
  }

  /** One line for each row; the number of rows where these would be many. */
  private static List<String> decided(List<Long> rows, String decision) {
    var renders =
        rows.stream().collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    var lines = new ArrayList<String>();
    if (renders.size() > ROWS_NAMED) {
      lines.add("%s: %s %s"
          .formatted(
              Quantity.of(renders.size(), "row"), Quantity.of(rows.size(), "render"), decision));
      return lines;
    }
    renders.forEach((row, count) ->
        lines.add("Row %d: %s %s".formatted(row, Quantity.of(count, "render"), decision)));
    return lines;
  }

  private static List<String> of(ResolveReport.Unsure line) {
    var id = line.requestId().isEmpty() ? "" : ", request " + line.requestId();
    return List.of(
        "row %s: sent %s to %s by run %d%s"
            .formatted(
                SummaryText.render(line.position()),
                line.sentAt(),
                line.endpoint(),
                line.run(),
                id),
        "  " + line.reason());
  }
}
