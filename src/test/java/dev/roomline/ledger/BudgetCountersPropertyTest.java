package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.RenderTicket;
import dev.roomline.domain.ResultPosition;
import dev.roomline.ledger.BudgetPeriod.Length;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Budgets with any number of workers, however the claims end. */
class BudgetCountersPropertyTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final AtomicInteger SHEETS = new AtomicInteger();
  private static final SettableClock CLOCK = new SettableClock(NOON);

  private static Path folder;
  private static LedgerFixture ledgerFixture;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("budget");
    ledgerFixture = new LedgerFixture(folder, CLOCK);
  }

  @AfterContainer
  static void close() throws IOException {
    ledgerFixture.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  /** Random purchases, prices and spending limits. */
  record Schedule(
      int workers,
      int each,
      List<Integer> prices,
      Length length,
      SpendingLimit ofRun,
      SpendingLimit ofPeriod,
      long seed) {
    BudgetLimits allowance(Money price) {
      var period = length == null ? null : new BudgetPeriod(length, BERLIN);
      return new BudgetLimits(price, ofRun, period, ofPeriod);
    }
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    var some = Combinators.combine(
            Arbitraries.longs().between(0, 60), Arbitraries.longs().between(0, 900_000))
        .as((renders, micros) -> new SpendingLimit(renders, new Money(micros)));
    var cap = Arbitraries.oneOf(Arbitraries.just(SpendingLimit.NONE), some, some);
    return Combinators.combine(
            Arbitraries.integers().between(1, 64),
            Arbitraries.integers().between(1, 8),
            Arbitraries.integers().between(0, 40_000).list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.of(Length.class).injectNull(0.3),
            cap,
            cap,
            Arbitraries.longs())
        .as(Schedule::new);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void isNeverOverrunAndEqualsTheSumOfTheLedger(@ForAll("schedules") Schedule schedule) {
    CLOCK.set(NOON);
    var at = "provider " + SHEETS.incrementAndGet();
    var ledger = new Ledger(
        ledgerFixture.database.source(), ledgerFixture.database.transactions(), at, CLOCK);
    var run = ledgerFixture
        .runs
        .begin(new Run.Request(new Run.Job(at, at, at), "rooms.csv", "i", "r", false), "[]")
        .run();
    var over = new AtomicBoolean();
    var watch = schedule.allowance(Money.NONE);
    var workers = Executors.newFixedThreadPool(schedule.workers() + 1);
    var buying = new AtomicBoolean(true);
    var watcher = CompletableFuture.runAsync(
        () -> {
          while (buying.get()) if (isOver(ledger.usage(run.number(), watch), watch)) over.set(true);
        },
        workers);
    var work = IntStream.range(0, schedule.workers())
        .mapToObj(n -> CompletableFuture.runAsync(() -> buy(schedule, ledger, run, n), workers))
        .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(work).join();
    buying.set(false);
    watcher.join();
    workers.shutdown();

    var end = ledger.usage(run.number(), watch);
    assertThat(over).isFalse();
    assertThat(isOver(end, watch)).isFalse();
    assertThat(end.ofRun()).isEqualTo(sum("run = ?", run.number()));
    if (schedule.length() != null) {
      assertThat(end.ofPeriod())
          .isEqualTo(sum("endpoint = ? and claimed_at >= ?", at, begin(schedule)));
    }
  }

  private static Timestamp begin(Schedule schedule) {
    return Timestamp.from(
        new BudgetPeriod(schedule.length(), BERLIN).at(CLOCK.instant()).starts());
  }

  /** Each worker claims and settles; time goes on, and may pass midnight and the month's end. */
  private static void buy(Schedule schedule, Ledger ledger, Run run, int worker) {
    var chance = new Random(schedule.seed() + worker);
    for (var n = 0; n < schedule.each(); n++) {
      var price = schedule.prices().get(chance.nextInt(schedule.prices().size()));
      var key = new RenderKey(run.number() + "-" + worker % 48 + "-" + n);
      var purchase = new Purchase(key, 0, 1);
      var limits = schedule.allowance(new Money(price));
      var claim = ledger.claim(purchase, run.number(), ResultPosition.ofRow(2), limits);
      if (chance.nextInt(40) == 0) CLOCK.forward(Duration.ofHours(chance.nextInt(5)));
      if (claim != ClaimResult.OURS) continue;
      var outcome = outcomes().get(chance.nextInt(outcomes().size()));
      ledger.settle(purchase, run.number(), outcome);
      if (outcome instanceof Accepted) ledger.settle(purchase, run.number(), new Unsure("lost"));
    }
  }

  private static List<RenderOutcome> outcomes() {
    var render =
        new Render(List.of("https://a.example/1.png"), List.of(), null, null, "1", null, null);
    return List.of(
        new Rendered(render),
        new Accepted(new RenderTicket("9", null, Duration.ZERO)),
        new Refused(Cause.FIELD, "no"),
        new Busy(Duration.ZERO, false),
        new NotSent("no connection"),
        new EndpointUnusable(Cause.CREDIT, "no money"),
        new Failed("failed"),
        new Unsure("no answer"));
  }

  private static boolean isOver(BudgetUsage usage, BudgetLimits limits) {
    return isOver(usage.ofRun(), limits.ofRun()) || isOver(usage.ofPeriod(), limits.ofPeriod());
  }

  private static boolean isOver(Usage used, SpendingLimit limit) {
    return used.renders() > limit.renders() || used.money().compareTo(limit.money()) > 0;
  }

  private static Usage sum(String where, Object... values) {
    return JdbcClient.create(ledgerFixture.database.source())
        .sql("select count(*) as renders, coalesce(sum(price), 0) as money from render_ledger"
            + " where state <> 'REFUSED' and " + where)
        .params(values)
        .query(
            (line, n) -> new Usage(line.getLong("renders"), Money.of(line.getBigDecimal("money"))))
        .single();
  }
}
