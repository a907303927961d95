package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import dev.roomline.domain.Place;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Spoiled;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.ledger.Period.Length;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a claim may take, and what comes back. */
class BudgetTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Money CENT = new Money(10_000);

  @TempDir
  Path folder;

  private final HandClock clock = new HandClock(Instant.parse("2026-11-22T12:00:00Z"));
  private Books books;
  private Run run;
  private int keys;

  @BeforeEach
  void open() {
    books = new Books(folder, clock);
    run = books.begin("one");
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void moneyIsNeverOverrunByALastRenderThatCostsMoreThanIsLeft() {
    var budget = money(CENT.times(4), new Money(15_000));

    assertThat(claims(3, budget)).isEqualTo(2);

    assertThat(books.ledger.balance(run.number(), budget).ofRun().money()).isEqualTo(CENT.times(3));
  }

  @Test
  void aReleaseGivesBackThePriceOfItsOwnClaim() {
    var purchase = next();
    claim(purchase, money(CENT.times(9), CENT.times(3)));
    claims(1, money(CENT.times(9), CENT));

    settle(purchase, new NotSent("connection refused"));

    assertThat(spent(money(CENT, CENT))).isEqualTo(new Spent(1, CENT));
  }

  @Test
  void whatMayBePaidStaysSpent() {
    for (var outcome : new RenderOutcome[] {new Unsure("lost"), new Spoiled("failed")}) {
      var purchase = next();
      claim(purchase, money(CENT.times(9), CENT));
      settle(purchase, outcome);
    }

    assertThat(spent(money(CENT, CENT))).isEqualTo(new Spent(2, CENT.times(2)));
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
    var budget = new Allowance(null, Cap.NONE, new Period(Length.MONTH, BERLIN), Cap.ofRenders(3));
    claims(2, budget);
    books.runs.end(run, true);
    run = books.begin("two");

    assertThat(claims(2, budget)).isEqualTo(1);
  }

  @Test
  void aDayCountsWhatWasBoughtWithoutABudgetForDays() {
    claims(2, Allowance.ofRenders(9));

    assertThat(claims(3, perDay(3, BERLIN))).isEqualTo(1);
  }

  @Test
  void daysOfTwoZonesBothCountAClaim() {
    claims(1, perDay(5, BERLIN));
    claims(1, perDay(5, ZoneId.of("America/New_York")));

    assertThat(books.ledger.balance(run.number(), perDay(5, BERLIN)).ofPeriod().renders())
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

    assertThat(books.ledger.balance(run.number(), budget).ofPeriod().renders()).isEqualTo(1);
  }

  @Test
  void aClaimThatADayForbidsTakesNothingFromTheRun() {
    var budget = new Allowance(CENT, Cap.ofRenders(9), new Period(Length.DAY, BERLIN), money0());

    assertThat(claims(1, budget)).isZero();

    assertThat(spent(budget)).isEqualTo(Spent.NOTHING);
  }

  private static Cap money0() {
    return new Cap(9, Money.NONE);
  }

  private long claims(int times, Allowance budget) {
    var ours = 0;
    for (var n = 0; n < times; n++) if (claim(next(), budget) == Claim.OURS) ours++;
    return ours;
  }

  private Claim claim(Purchase purchase, Allowance budget) {
    return books.ledger.claim(purchase, run.number(), Place.ofRow(2), budget);
  }

  private void settle(Purchase purchase, RenderOutcome outcome) {
    books.ledger.settle(purchase, run.number(), outcome);
  }

  private Spent spent(Allowance budget) {
    return books.ledger.balance(run.number(), budget).ofRun();
  }

  private Purchase next() {
    return new Purchase(new RenderKey("k" + keys++), 0, 1);
  }

  private static Allowance money(Money most, Money price) {
    return new Allowance(price, new Cap(Long.MAX_VALUE, most), null, Cap.NONE);
  }

  private static Allowance perDay(long renders, ZoneId zone) {
    return new Allowance(null, Cap.NONE, new Period(Length.DAY, zone), Cap.ofRenders(renders));
  }
}
