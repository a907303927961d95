package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.ResultPosition;
import dev.roomline.ledger.BudgetPeriod.Length;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a claim may take, and what comes back. */
class BudgetCountersTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Money CENT = new Money(10_000);

  @TempDir
  Path folder;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private LedgerFixture ledgerFixture;
  private Run run;
  private int keys;

  @BeforeEach
  void open() {
    ledgerFixture = new LedgerFixture(folder, clock);
    run = ledgerFixture.begin("one");
  }

  @AfterEach
  void close() {
    ledgerFixture.close();
  }

  @Test
  void moneyIsNeverOverrunByALastRenderThatCostsMoreThanIsLeft() {
    var budget = money(CENT.times(4), new Money(15_000));

    assertThat(claims(3, budget)).isEqualTo(2);

    assertThat(ledgerFixture.ledger.usage(run.number(), budget).ofRun().money())
        .isEqualTo(CENT.times(3));
  }

  @Test
  void aReleaseGivesBackThePriceOfItsOwnClaim() {
    var purchase = next();
    claim(purchase, money(CENT.times(9), CENT.times(3)));
    claims(1, money(CENT.times(9), CENT));

    settle(purchase, new NotSent("connection refused"));

    assertThat(spent(money(CENT, CENT))).isEqualTo(new Usage(1, CENT));
  }

  @Test
  void whatMayBePaidStaysSpent() {
    for (var outcome : new RenderOutcome[] {new Unsure("lost"), new Failed("failed")}) {
      var purchase = next();
      claim(purchase, money(CENT.times(9), CENT));
      settle(purchase, outcome);
    }

    assertThat(spent(money(CENT, CENT))).isEqualTo(new Usage(2, CENT.times(2)));
  }

  @Test
  void aDayBeginsAtMidnightOfItsZone() {
    var budget = perDay(2, BERLIN);
    clock.set(Instant.parse("2026-11-22T22:59:59Z"));
    assertThat(claims(3, budget)).isEqualTo(2);

    clock.set(Instant.parse("2026-11-22T23:00:00Z"));

    assertThat(claims(3, budget)).isEqualTo(2);
  }

  @Test
  void theDayOnWhichClocksGoBackHasOneBudgetForItsTwentyFiveHours() {
    var budget = perDay(2, BERLIN);
    clock.set(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(claims(1, budget)).isEqualTo(1);

    clock.set(Instant.parse("2026-10-25T22:59:59Z"));

    assertThat(claims(3, budget)).isEqualTo(1);
  }

  @Test
  void aMonthCountsOverAllRunsAtTheEndpoint() {
    var budget = new BudgetLimits(
        null,
        SpendingLimit.NONE,
        new BudgetPeriod(Length.MONTH, BERLIN),
        SpendingLimit.ofRenders(3));
    claims(2, budget);
    ledgerFixture.runs.end(run, true);
    run = ledgerFixture.begin("two");

    assertThat(claims(2, budget)).isEqualTo(1);
  }

  @Test
  void aDayCountsWhatWasBoughtWithoutABudgetForDays() {
    claims(2, BudgetLimits.ofRenders(9));

    assertThat(claims(3, perDay(3, BERLIN))).isEqualTo(1);
  }

  @Test
  void daysOfTwoZonesBothCountAClaim() {
    claims(1, perDay(5, BERLIN));
    claims(1, perDay(5, ZoneId.of("America/New_York")));

    assertThat(ledgerFixture
            .ledger
            .usage(run.number(), perDay(5, BERLIN))
            .ofPeriod()
            .renders())
        .isEqualTo(2);
  }

  @Test
  void aReleaseAfterMidnightIsGivenBackToItsOwnDay() {
    var budget = perDay(2, BERLIN);
    var purchase = next();
    claim(purchase, budget);
    clock.set(Instant.parse("2026-11-23T12:00:00Z"));
    claims(1, budget);

    settle(purchase, new Refused(Cause.FIELD, "no"));

    assertThat(ledgerFixture.ledger.usage(run.number(), budget).ofPeriod().renders())
        .isEqualTo(1);
  }

  @Test
  void aClaimThatADayForbidsTakesNothingFromTheRun() {
    var budget = new BudgetLimits(
        CENT, SpendingLimit.ofRenders(9), new BudgetPeriod(Length.DAY, BERLIN), money0());

    assertThat(claims(1, budget)).isZero();

    assertThat(spent(budget)).isEqualTo(Usage.NOTHING);
  }

  private static SpendingLimit money0() {
    return new SpendingLimit(9, Money.NONE);
  }

  private long claims(int times, BudgetLimits budget) {
    var ours = 0;
    for (var n = 0; n < times; n++) if (claim(next(), budget) == ClaimResult.OURS) ours++;
    return ours;
  }

  private ClaimResult claim(Purchase purchase, BudgetLimits budget) {
    return ledgerFixture.ledger.claim(purchase, run.number(), ResultPosition.ofRow(2), budget);
  }

  private void settle(Purchase purchase, RenderOutcome outcome) {
    ledgerFixture.ledger.settle(purchase, run.number(), outcome);
  }

  private Usage spent(BudgetLimits budget) {
    return ledgerFixture.ledger.usage(run.number(), budget).ofRun();
  }

  private Purchase next() {
    return new Purchase(new RenderKey("k" + keys++), 0, 1);
  }

  private static BudgetLimits money(Money most, Money price) {
    return new BudgetLimits(
        price, new SpendingLimit(Long.MAX_VALUE, most), null, SpendingLimit.NONE);
  }

  private static BudgetLimits perDay(long renders, ZoneId zone) {
    return new BudgetLimits(
        null,
        SpendingLimit.NONE,
        new BudgetPeriod(Length.DAY, zone),
        SpendingLimit.ofRenders(renders));
  }
}
