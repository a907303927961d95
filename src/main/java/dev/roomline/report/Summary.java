package dev.roomline.report;

import dev.roomline.domain.Status;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.job.decisions.ReviewReport;
import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.status.StatusReport;
import dev.roomline.results.Advice;
import dev.roomline.results.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The closing words of a verb, for a person. */
public final class Summary {
  private static final int ROWS_NAMED = 20;
  private static final List<Status> WORST_FIRST = List.of(
      Status.UNSURE,
      Status.FAILED,
      Status.EXPIRED,
      Status.REVIEW,
      Status.RENDERING,
      Status.NOT_BOUGHT,
      Status.REFUSED,
      Status.INVALID);

  private Summary() {}

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
    var price = report.reckoning().priceOfBought();
    lines.add("bought %d%s, reused %d%s"
        .formatted(report.bought(), price, report.reused(), doubt(report)));
    for (var status : WORST_FIRST) {
      if (report.byStatus().containsKey(status)) lines.addAll(troubles(report, status));
    }
    if (!report.unsureRows().isEmpty()) {
      lines.add("unsure rows: " + named(report.unsureRows()));
    }
    for (var words : report.words()) lines.add("stopped: " + words);
    lines.addAll(report.reckoning().walletInWords());
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
      var purchases = past.reckoning().purchases();
      if (!purchases.isEmpty()) lines.add("  " + purchases);
      for (var line : past.reckoning().walletInWords()) lines.add("  " + line);
      if (!past.unsureRows().isEmpty()) lines.add("  unsure rows: " + named(past.unsureRows()));
    }
    if (lines.isEmpty()) lines.add("nothing has run here yet");
    return lines;
  }

  /** What a review came to, or what waits for one. */
  public static List<String> of(ReviewReport review) {
    var lines = new ArrayList<String>();
    if (!review.decided().isEmpty()) lines.add("decided: rows " + named(review.decided()));
    for (var line : review.waiting()) {
      lines.add("row %d: %s  %s".formatted(line.row(), line.checks(), line.picture()));
    }
    if (review.waiting().isEmpty()) lines.add("nothing waits for a look");
    return lines;
  }

  /** What a person decided about unsure rows, or what waits for it. */
  public static List<String> of(ResolveReport resolve) {
    var lines = new ArrayList<String>();
    if (!resolve.decided().isEmpty()) lines.add("decided: rows " + named(resolve.decided()));
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
    var place = line.place();
    var one = place.variant() == 1 && place.style().isEmpty();
    var which = one ? "" : ", " + (place.style() + " " + place.variant()).strip();
    var id = line.requestId().isEmpty() ? "" : " as " + line.requestId();
    return List.of(
        "row %d%s: sent %s to %s by run %d%s"
            .formatted(place.row(), which, line.sentAt(), line.boughtAt(), line.run(), id),
        "  " + line.reason());
  }

  private static String doubt(RunReport report) {
    var doubtful = report.byStatus().getOrDefault(Status.FAILED, 0L)
        + report.byStatus().getOrDefault(Status.UNSURE, 0L);
    return doubtful == 0
        ? ""
        : ", perhaps paid for %d more%s".formatted(doubtful, report.reckoning().priceOfPerhaps());
  }

  /** The rows of one status: what it means, what they complain of, what to do. */
  private static List<String> troubles(RunReport report, Status status) {
    var lines = new ArrayList<String>();
    var untold = report.byStatus().getOrDefault(status, 0L);
    lines.add("%s, %s: %s".formatted(status.text(), lines(untold, report), Advice.meaning(status)));
    for (var alike : byRemedy(report, status).entrySet()) {
      for (var trouble : alike.getValue()) {
        lines.add("  " + of(trouble));
        untold -= trouble.lines();
      }
      lines.add("  -> " + alike.getKey());
    }
    if (untold > 0) lines.add("  errors.csv tells of " + lines(untold, report) + " more");
    return lines;
  }

  /** Causes with one remedy stand together. */
  private static Map<String, List<Trouble>> byRemedy(RunReport report, Status status) {
    return report.troubles().stream()
        .filter(trouble -> trouble.status() == status)
        .collect(Collectors.groupingBy(
            trouble -> Advice.remedy(status, trouble.cause()),
            LinkedHashMap::new,
            Collectors.toList()));
  }

  private static String of(Trouble trouble) {
    var more = trouble.rows() > 1 ? " and %d more".formatted(trouble.rows() - 1) : "";
    var cause = trouble.cause() == null ? "" : " (" + trouble.cause().text() + ")";
    return "row %d%s%s: %s".formatted(trouble.firstRow(), more, cause, trouble.error());
  }

  private static String counts(Map<Status, Long> byStatus) {
    if (byStatus.isEmpty()) return "nothing to do, 0";
    return byStatus.entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey().text())
        .collect(Collectors.joining(", "));
  }

  private static String named(List<Long> rows) {
    var named =
        rows.stream().limit(ROWS_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return rows.size() > ROWS_NAMED ? named + ", … (" + rows.size() + " in all)" : named;
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
