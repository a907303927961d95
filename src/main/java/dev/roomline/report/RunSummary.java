package dev.roomline.report;

import dev.roomline.domain.Quantity;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import dev.roomline.job.run.RunReport;
import dev.roomline.results.FailureGroup;
import dev.roomline.results.Remedies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a run ended, for a person.
 *
 * @param withWallet whether the account's balance means something to this person
 */
record RunSummary(RunReport report, boolean withWallet) {
  private static final List<ResultStatus> WORST_FIRST = List.of(
      ResultStatus.UNSURE,
      ResultStatus.FAILED,
      ResultStatus.EXPIRED,
      ResultStatus.REVIEW,
      ResultStatus.RENDERING,
      ResultStatus.NOT_BOUGHT,
      ResultStatus.REFUSED,
      ResultStatus.INVALID);

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(results());
    lines.add(payments());
    for (var status : WORST_FIRST) {
      if (report.byStatus().containsKey(status)) lines.addAll(troubles(status));
    }
    if (!report.unsureRows().isEmpty()) {
      lines.add("unsure rows: " + SummaryText.numbers(report.unsureRows()));
    }
    for (var reason : report.words()) lines.add("stopped: " + reason);
    if (withWallet) lines.addAll(report.runCostReport().walletLines());
    lines.add("results: " + report.results());
    if (!report.troubles().isEmpty()) lines.add("errors:  " + report.errors());
    lines.add("state:   " + report.state());
    lines.add("gallery: " + report.gallery().toUri());
    return lines;
  }

  private String results() {
    if (report.byStatus().isEmpty()) return "Nothing to do: the room list has no rows.";
    var rows = Quantity.of(report.rows(), "row");
    return "%s of %s in %s"
        .formatted(
            SummaryText.counts(report.byStatus()),
            oneEach() ? rows : rows + ", " + Quantity.of(report.renders(), "render"),
            SummaryText.time(report.wall()));
  }

  private String payments() {
    return "%s paid%s, %s reused (already paid)%s"
        .formatted(
            Quantity.of(report.bought(), "new render"),
            report.runCostReport().priceOfPaid(),
            Quantity.number(report.reused()),
            doubt());
  }

  /** A render that a person rejected is paid for sure, so it is not among these. */
  private String doubt() {
    var doubtful = count(ResultStatus.FAILED) + count(ResultStatus.UNSURE) - decided();
    return doubtful <= 0
        ? ""
        : ", %s may have been charged%s (see below)"
            .formatted(
                Quantity.of(doubtful, oneEach() ? "more row" : "more render"),
                report.runCostReport().priceOfDoubtful());
  }

  private long count(ResultStatus status) {
    return report.byStatus().getOrDefault(status, 0L);
  }

  private long decided() {
    return report.troubles().stream()
        .filter(RunSummary::isDecided)
        .mapToLong(FailureGroup::lines)
        .sum();
  }

  private static boolean isDecided(FailureGroup failureGroup) {
    return failureGroup.status() == ResultStatus.FAILED && failureGroup.cause() == Cause.DECIDED;
  }

  /** The rows of one status: what it means, their errors, and what to do. */
  private List<String> troubles(ResultStatus status) {
    var lines = new ArrayList<String>();
    var decided = status == ResultStatus.FAILED ? decided() : 0;
    var others = count(status) - decided;
    if (others > 0) {
      lines.addAll(
          troubles(meaning(status), others, it -> it.status() == status && !isDecided(it)));
    }
    if (decided > 0) {
      lines.addAll(troubles("rejected or given up by a person", decided, RunSummary::isDecided));
    }
    return lines;
  }

  private List<String> troubles(String meaning, long count, Predicate<FailureGroup> which) {
    var lines = new ArrayList<String>();
    lines.add(rowsOrRenders(count) + " " + meaning);
    var unlisted = count;
    for (var alike : byRemedy(which).entrySet()) {
      for (var failureGroup : alike.getValue()) {
        lines.add("  " + of(failureGroup));
        unlisted -= failureGroup.lines();
      }
      lines.add("  Next: " + alike.getKey());
    }
    if (unlisted > 0) {
      var noun = oneEach() ? "row" : "render";
      lines.add("  %s %s listed in errors.csv"
          .formatted(Quantity.of(unlisted, "more " + noun), Quantity.noun(unlisted, "is", "are")));
    }
    return lines;
  }

  /** Causes with one remedy stand together. */
  private Map<String, List<FailureGroup>> byRemedy(Predicate<FailureGroup> which) {
    return report.troubles().stream()
        .filter(which)
        .collect(Collectors.groupingBy(
            failureGroup -> Remedies.remedy(failureGroup.status(), failureGroup.cause()),
            LinkedHashMap::new,
            Collectors.toList()));
  }

  private static String meaning(ResultStatus status) {
    return switch (status) {
      case RENDERED -> "rendered (paid)";
      case REVIEW -> "to review (paid)";
      case RENDERING -> "paid, but not delivered yet";
      case EXPIRED -> "paid, but the picture is gone at the provider";
      case REFUSED -> "refused (not charged)";
      case NOT_BOUGHT -> "not rendered yet (not charged)";
      case FAILED -> "failed (may have been charged; not rendered again automatically)";
      case UNSURE -> "unsure (may have been charged; not rendered again automatically)";
      case INVALID -> "invalid (not sent, not charged)";
    };
  }

  private static String of(FailureGroup failureGroup) {
    var more = failureGroup.rows() > 1
        ? " and %s more".formatted(Quantity.number(failureGroup.rows() - 1))
        : "";
    var cause = failureGroup.cause() == null ? "" : " (" + failureGroup.cause().text() + ")";
    return "row %d%s%s: %s".formatted(failureGroup.firstRow(), more, cause, failureGroup.error());
  }

  /** Lines of results are what people call rows, as long as each row has one. */
  private String rowsOrRenders(long lines) {
    return Quantity.of(lines, oneEach() ? "row" : "render");
  }

  private boolean oneEach() {
    return report.renders() == report.rows();
  }
}
