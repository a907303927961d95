package dev.roomline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.decisions.ReviewReport;
import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.plan.ProbeResult;
import dev.roomline.job.plan.Quote;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.status.StatusReport;
import dev.roomline.ledger.RunCostReport;
import dev.roomline.ledger.RunCosts;
import dev.roomline.ledger.RunCosts.Sum;
import dev.roomline.ledger.WalletReading;
import dev.roomline.results.FailureGroup;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandSummaryTest {
  private static final Sum NOTHING = new Sum(0, Money.NONE, 0);

  @Test
  void countsHaveSeparatorsAndTheRightNoun() {
    var run =
        run(Map.of(ResultStatus.RENDERED, 29_999L, ResultStatus.INVALID, 1L), List.of(), List.of());

    assertThat(CommandSummary.of(run))
        .contains("29,999 rendered, 1 invalid of 30,000 rows in 1 s")
        .contains("1 row invalid (not sent, not charged)")
        .contains("  1 more row is listed in errors.csv");
  }

  @Test
  void theRemedyStandsBelowItsRows() {
    var failureGroup =
        new FailureGroup(ResultStatus.REFUSED, Cause.PHOTO, "Unable to fetch image", 3, 3, 11);

    assertThat(CommandSummary.of(
            run(Map.of(ResultStatus.REFUSED, 3L), List.of(failureGroup), List.of())))
        .containsSubsequence(
            "3 rows refused (not charged)",
            "  row 11 and 2 more (photo): Unable to fetch image",
            "  Next: check that the photo opens in a browser without a login, and run again");
  }

  @Test
  void aRejectedRenderIsNoFailureAndNotChargedAgain() {
    var rejected =
        new FailureGroup(ResultStatus.FAILED, Cause.DECIDED, "rejected by anna", 4, 1, 2);
    var failed =
        new FailureGroup(ResultStatus.FAILED, Cause.GENERATION, "Failed, Try Again", 1, 1, 9);

    assertThat(
            CommandSummary.of(run(Map.of(ResultStatus.FAILED, 4L), List.of(rejected), List.of())))
        .contains("0 new renders paid, 0 reused (already paid)")
        .contains("4 rows rejected or given up by a person")
        .noneMatch(line -> line.contains("may have been charged"));
    assertThat(CommandSummary.of(
            run(Map.of(ResultStatus.FAILED, 5L), List.of(rejected, failed), List.of())))
        .contains("0 new renders paid, 0 reused (already paid),"
            + " 1 more row may have been charged (see below)")
        .contains("1 row failed (may have been charged; not rendered again automatically)");
  }

  @Test
  void theBalanceOfTheSandboxIsNotShown() {
    var wallet =
        List.of(new WalletReading(Instant.EPOCH, Money.of(new BigDecimal("9.76")), "USD", null));
    var run = run(Map.of(ResultStatus.RENDERED, 1L), List.of(), wallet);

    assertThat(CommandSummary.of(run)).anyMatch(line -> line.contains("9.76 USD"));
    assertThat(CommandSummary.ofSandbox(run)).noneMatch(line -> line.contains("9.76"));
  }

  @Test
  void aRowIsNamedOnceHoweverManyOfItsRendersAreDecided() {
    assertThat(CommandSummary.of(new ReviewReport(List.of(2L, 2L, 5L), List.of()), "rejected"))
        .containsExactly(
            "Row 2: 2 renders rejected", "Row 5: 1 render rejected", "Nothing left to review.");
    assertThat(CommandSummary.of(new ReviewReport(List.of(), List.of()), "accepted"))
        .containsExactly("Nothing to review.");
  }

  @Test
  void manyEqualRowsLookLikeAMissingColumn() {
    assertThat(CommandSummary.of(plan(30_000, 29_802)))
        .contains("same picture:      29,802 rows ask for the same picture as another row"
            + " (rendered once). Is a column missing in the prompt?");
    assertThat(CommandSummary.of(plan(30_000, 1)))
        .contains("same picture:      1 row asks for the same picture as another row"
            + " (rendered once)");
  }

  @Test
  void statusTellsWhenARunWasAndWhatFollows() {
    var past = new StatusReport.Past(
        2,
        "/jobs/nightly.yml",
        "2026-11-27T20:41:03.123Z",
        "2026-11-27T20:41:44.123Z",
        "unfinished",
        Map.of(ResultStatus.RENDERED, 1_200L),
        reckoning(List.of()),
        List.of(4L));

    assertThat(new StatusSummary(new StatusReport(Map.of(), List.of(past)), ZoneOffset.UTC).lines())
        .containsExactly(
            "run 2: stopped early, the same command continues (2026-11-27 20:41, 41 s)",
            "  job: /jobs/nightly.yml",
            "  results: 1,200 rendered",
            "  unsure rows: 4");
    assertThat(CommandSummary.of(new StatusReport(Map.of(), List.of())))
        .containsExactly("No run yet.");
  }

  private static PlanReport plan(long rows, long equal) {
    var quote = new Quote(rows - equal, rows - equal, null, 0, equal, 0, 0, 0);
    return new PlanReport(
        rows,
        rows,
        Map.of(),
        quote,
        Map.of(),
        new Quote.Time(Duration.ofSeconds(9), 0, Duration.ofSeconds(10)),
        List.of(),
        List.of(),
        new ProbeResult(0, 0, 0, List.of()));
  }

  private static RunReport run(
      Map<ResultStatus, Long> byStatus, List<FailureGroup> troubles, List<WalletReading> wallet) {
    var rows = byStatus.values().stream().mapToLong(Long::longValue).sum();
    return new RunReport(
        1,
        ExitCode.TROUBLE,
        List.of(),
        rows,
        rows,
        new EnumMap<>(byStatus),
        0,
        0,
        reckoning(wallet),
        troubles,
        List.of(),
        Duration.ofSeconds(1),
        Path.of("/out/results.csv"),
        Path.of("/out/index.html"),
        Path.of("/state"));
  }

  private static RunCostReport reckoning(List<WalletReading> wallet) {
    return new RunCostReport(new RunCosts(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING), wallet);
  }
}
