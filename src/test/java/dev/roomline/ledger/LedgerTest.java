package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerTest {
  private static final BudgetLimits NO_CAP = BudgetLimits.ofRenders(Long.MAX_VALUE);
  private static final Render RENDER = new Render(
      List.of("https://a.example/1.png", "https://a.example/2.png"),
      List.of("https://b.example/1.png"),
      3969949281L,
      null,
      "14756394",
      8.352862119674683,
      "{\"mask_image\":null}");

  @TempDir
  Path folder;

  private LedgerFixture ledgerFixture;
  private Run run;

  @BeforeEach
  void open() {
    ledgerFixture = new LedgerFixture(folder);
    run = ledgerFixture.begin("one");
  }

  @AfterEach
  void close() {
    ledgerFixture.close();
  }

  @Test
  void ofEightThatWantARenderOnlyOneMayBuyIt() throws Exception {
    var purchase = purchase("k", 1);

    var claims = atOnce(
        8,
        () -> ledgerFixture.ledger.claim(purchase, run.number(), ResultPosition.ofRow(2), NO_CAP));

    assertThat(claims).containsOnlyOnce(ClaimResult.OURS).contains(ClaimResult.TAKEN);
    assertThat(spent()).isEqualTo(1);
  }

  @Test
  void concurrentClaimsNeverExceedTheLimit() throws Exception {
    var claims = Stream.of(atOnce(8, this::claimTen))
        .flatMap(List::stream)
        .flatMap(List::stream)
        .toList();

    assertThat(claims.stream().filter(claim -> claim == ClaimResult.OURS)).hasSize(12);
    assertThat(claims.stream().filter(claim -> claim == ClaimResult.CAPPED)).hasSize(68);
  }

  @Test
  void aRolledBackTransactionDoesNotForgetAClaim() {
    var purchase = purchase("k", 1);

    new TransactionTemplate(ledgerFixture.database.transactions()).executeWithoutResult(around -> {
      ledgerFixture.ledger.claim(purchase, run.number(), ResultPosition.ofRow(2), NO_CAP);
      around.setRollbackOnly();
    });

    assertThat(ledgerFixture.ledger.claim(purchase, run.number(), ResultPosition.ofRow(2), NO_CAP))
        .isEqualTo(ClaimResult.TAKEN);
  }

  @Test
  void anOpenClaimOfADeadRunBecomesUnsure() {
    ledgerFixture.ledger.claim(
        purchase("k", 1), run.number(), new ResultPosition(17, 23, 2, "loft"), NO_CAP);
    ledgerFixture.close();
    ledgerFixture = new LedgerFixture(folder);

    assertThat(ledgerFixture.ledger.markOpenClaimsUnsure()).isEqualTo(1);

    var entry = known("k");
    assertThat(entry.state()).isEqualTo(PurchaseState.UNSURE);
    assertThat(entry.line()).isEqualTo(23);
  }

  static Stream<RenderOutcome> outcomesThatStay() {
    return Stream.of(
        new Rendered(RENDER),
        new Accepted(new RenderTicket("99", null, Duration.ofMillis(20_560))),
        new Refused(Cause.PHOTO, "Unable to fetch image from provided URL"),
        new Failed("Failed, Try Again"),
        new Unsure("HTTP 500"));
  }

  @ParameterizedTest
  @MethodSource("outcomesThatStay")
  void readsBackWhatItWroteDown(RenderOutcome outcome) {
    settled("k", 1, outcome);

    assertThat(known("k").outcome()).isEqualTo(outcome);
  }

  static Stream<RenderOutcome> outcomesThatGiveTheClaimBack() {
    return Stream.of(
        new Busy(Duration.ZERO, false),
        new NotSent("connection refused"),
        new EndpointUnusable(Cause.CREDIT, "no money"));
  }

  @ParameterizedTest
  @MethodSource("outcomesThatGiveTheClaimBack")
  void givesBackClaimAndBudgetOfWhatWasNotPaid(RenderOutcome outcome) {
    settled("k", 1, outcome);

    assertThat(ledgerFixture.ledger.find(new RenderKey("k"), 0)).isEmpty();
    assertThat(spent()).isZero();
  }

  @Test
  void aRefusedRenderStaysKnownButCostsNoBudget() {
    settled("k", 1, new Refused(Cause.FIELD, "no"));

    assertThat(spent()).isZero();
  }

  @Test
  void aPurchaseIsSettledOnce() {
    settled("k", 1, new Rendered(RENDER));

    assertThatThrownBy(
            () -> ledgerFixture.ledger.settle(purchase("k", 1), run.number(), new Unsure("late")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(known("k").state()).isEqualTo(PurchaseState.RENDERED);
  }

  @Test
  void anAcceptedRenderKeepsItsIdWhenTheCollectedAnswerHasNone() {
    settled("k", 1, new Accepted(new RenderTicket("99", null, Duration.ZERO)));
    var bare =
        new Render(List.of("https://a.example/1.png"), List.of(), null, null, null, null, null);

    ledgerFixture.ledger.settle(purchase("k", 1), run.number(), new Rendered(bare));

    assertThat(((Rendered) known("k").outcome()).render().requestId()).isEqualTo("99");
  }

  @Test
  void theNewestAttemptOfTheNewestEditionCounts() {
    settled("k", 1, new Failed("first"));
    settled("k", 2, new Rendered(RENDER));

    assertThat(known("k").purchase().attempt()).isEqualTo(2);
    assertThat(ledgerFixture.ledger.find(new RenderKey("k"), 1)).isEmpty();
  }

  @Test
  void countsHowOftenAnUnsureRenderWasResent() {
    settled("k", 1, new Unsure("lost"));
    assertThat(ledgerFixture.ledger.resendsInRun(purchase("k", 1), run.number()))
        .isZero();

    settled("k", 2, new Unsure("lost again"));

    assertThat(ledgerFixture.ledger.resendsInRun(purchase("k", 2), run.number()))
        .isEqualTo(1);
  }

  private List<ClaimResult> claimTen() {
    var name = Thread.currentThread().getName();
    return IntStream.range(0, 10)
        .mapToObj(n -> ledgerFixture.ledger.claim(
            purchase(name + n, 1),
            run.number(),
            ResultPosition.ofRow(n),
            BudgetLimits.ofRenders(12)))
        .toList();
  }

  private void settled(String key, int attempt, RenderOutcome outcome) {
    ledgerFixture.ledger.claim(
        purchase(key, attempt), run.number(), ResultPosition.ofRow(2), NO_CAP);
    ledgerFixture.ledger.settle(purchase(key, attempt), run.number(), outcome);
  }

  private LedgerEntry known(String key) {
    return ledgerFixture.ledger.find(new RenderKey(key), 0).orElseThrow();
  }

  private long spent() {
    return ledgerFixture.begin("one").spent();
  }

  private static Purchase purchase(String key, int attempt) {
    return new Purchase(new RenderKey(key), 0, attempt);
  }

  private static <T> List<T> atOnce(int threads, Callable<T> task) throws Exception {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      return pool.invokeAll(IntStream.range(0, threads).mapToObj(n -> task).toList()).stream()
          .map(future -> {
            try {
              return Objects.requireNonNull(future.get());
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          })
          .toList();
    } finally {
      pool.shutdown();
    }
  }
}
