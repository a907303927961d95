package dev.roomline.report;

import dev.roomline.domain.ResultStatus;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.job.decisions.ReviewReport;
import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.status.StatusReport;
import dev.roomline.results.FailureGroup;
import dev.roomline.results.Remedies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The closing words of a verb, for a person. */
public final class RunSummary {
  private static final List<ResultStatus> WORST_FIRST = List.of(
      ResultStatus.UNSURE,
      ResultStatus.FAILED,
      ResultStatus.EXPIRED,
      ResultStatus.REVIEW,
      ResultStatus.RENDERING,
      ResultStatus.NOT_BOUGHT,
      ResultStatus.REFUSED,
      ResultStatus.INVALID);

  private RunSummary() {}

  /** What a run came to. */
  public static List<String> of(RunReport report) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("%s of %s in %s"
        .formatted(
            counts(report.byStatus()),
            oneEach(report)
                ? rows(report.rows())
                : rows(report.rows()) + ", " + renders(report.renders()),
            time(report.wall())));
    var price = report.runCostReport().priceOfBought();
    lines.add("bought %d%s, reused %d%s"
        .formatted(report.bought(), price, report.reused(), doubt(report)));
    for (var status : WORST_FIRST) {
      if (report.byStatus().containsKey(status)) lines.addAll(troubles(report, status));
    }
    if (!report.unsureRows().isEmpty()) {
      lines.add("unsure rows: " + ReportText.named(report.unsureRows()));
    }
    for (var words : report.words()) lines.add("stopped: " + words);
    lines.addAll(report.runCostReport().walletInWords());
    lines.add("results: " + report.results());
    if (!report.troubles().isEmpty()) lines.add("errors:  " + report.errors());
    lines.add("state:   " + report.state());
    lines.add("gallery: " + report.gallery().toUri());
    return lines;
  }

  /** What a run would do. */
  public static List<String> of(PlanReport plan) {
    return new PlanSummary(plan).lines();
  }

  /** What is on, or what was. */
  public static List<String> of(StatusReport status) {
    var lines = new ArrayList<String>();
    status.live().forEach((name, value) -> lines.add(name + ": " + value));
    for (var past : status.past()) {
      lines.add("run %d  %s  %s  %s  %s"
          .formatted(
              past.run(), past.startedAt(), past.ending(), past.sheet(), counts(past.lines())));
      var purchases = past.runCostReport().purchases();
      if (!purchases.isEmpty()) lines.add("  " + purchases);
      for (var line : past.runCostReport().walletInWords()) lines.add("  " + line);
      if (!past.unsureRows().isEmpty())
        lines.add("  unsure rows: " + ReportText.named(past.unsureRows()));
    }
    if (lines.isEmpty()) lines.add("nothing has run here yet");
    return lines;
  }

  /** What a review came to, or what waits for one. */
  public static List<String> of(ReviewReport review) {
    var lines = new ArrayList<String>();
    if (!review.decided().isEmpty())
      lines.add("decided: rows " + ReportText.named(review.decided()));
    for (var line : review.waiting()) {
      lines.add("row %d: %s  %s".formatted(line.row(), line.checks(), line.picture()));
    }
    if (review.waiting().isEmpty()) lines.add("nothing waits for a look");
    return lines;
  }

  /** What a person decided about unsure rows, or what waits for it. */
  public static List<String> of(ResolveReport resolve) {
    var lines = new ArrayList<String>();
    if (!resolve.decided().isEmpty())
      lines.add("decided: rows " + ReportText.named(resolve.decided()));
    for (var line : resolve.unsure()) lines.addAll(of(line));
    lines.add(
        resolve.unsure().isEmpty()
            ? "no row is unsure"
            : "  -> look in the vendor's account, then: not-paid ROW…, paid-elsewhere ROW…, give-up"
                + " ROW…");
    if (resolve.untold() > 0) {
      lines.add("on their way when the last run was killed, and not in its results yet: "
          + resolve.untold() + "; run the job again, then decide");
    }
    return lines;
  }

  private static List<String> of(ResolveReport.Unsure line) {
    var position = line.position();
    var one = position.variant() == 1 && position.style().isEmpty();
    var which = one ? "" : ", " + (position.style() + " " + position.variant()).strip();
    var id = line.requestId().isEmpty() ? "" : " as " + line.requestId();
    return List.of(
        "row %d%s: sent %s to %s by run %d%s"
            .formatted(position.row(), which, line.sentAt(), line.endpoint(), line.run(), id),
        "  " + line.reason());
  }

  private static String doubt(RunReport report) {
    var doubtful = report.byStatus().getOrDefault(ResultStatus.FAILED, 0L)
        + report.byStatus().getOrDefault(ResultStatus.UNSURE, 0L);
    return doubtful == 0
        ? ""
        : ", perhaps paid for %d more%s"
            .formatted(doubtful, report.runCostReport().priceOfPerhaps());
  }

  /** The rows of one status: what it means, what they complain of, what to do. */
  private static List<String> troubles(RunReport report, ResultStatus status) {
    var lines = new ArrayList<String>();
    var untold = report.byStatus().getOrDefault(status, 0L);
    lines.add(
        "%s, %s: %s".formatted(status.text(), lines(untold, report), Remedies.meaning(status)));
    for (var alike : byRemedy(report, status).entrySet()) {
      for (var failureGroup : alike.getValue()) {
        lines.add("  " + of(failureGroup));
        untold -= failureGroup.lines();
      }
      lines.add("  -> " + alike.getKey());
    }
    if (untold > 0) lines.add("  errors.csv tells of " + lines(untold, report) + " more");
    return lines;
  }

  /** Causes with one remedy stand together. */
  private static Map<String, List<FailureGroup>> byRemedy(RunReport report, ResultStatus status) {
    return report.troubles().stream()
        .filter(failureGroup -> failureGroup.status() == status)
        .collect(Collectors.groupingBy(
            failureGroup -> Remedies.remedy(status, failureGroup.cause()),
            LinkedHashMap::new,
            Collectors.toList()));
  }

  private static String of(FailureGroup failureGroup) {
    var more = failureGroup.rows() > 1 ? " and %d more".formatted(failureGroup.rows() - 1) : "";
    var cause = failureGroup.cause() == null ? "" : " (" + failureGroup.cause().text() + ")";
    return "row %d%s%s: %s".formatted(failureGroup.firstRow(), more, cause, failureGroup.error());
  }

  private static String counts(Map<ResultStatus, Long> byStatus) {
    if (byStatus.isEmpty()) return "nothing to do, 0";
    return ReportText.counts(byStatus);
  }

  private static boolean oneEach(RunReport report) {
    return report.renders() == report.rows();
  }

  /** Lines of results are what people call rows, as long as each row has one. */
  private static String lines(long lines, RunReport report) {
    return oneEach(report) ? rows(lines) : renders(lines);
  }

  static String renders(long renders) {
    return renders == 1 ? "1 render" : renders + " renders";
  }

  static String rows(long rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  static String time(Duration time) {
    if (time.toHours() > 0) return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    if (time.toMinutes() > 0)
      return "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
    return time.toMillis() < 10_000
        ? "%.1f s".formatted(time.toMillis() / 1000.0)
        : time.toSeconds() + " s";
  }
}
