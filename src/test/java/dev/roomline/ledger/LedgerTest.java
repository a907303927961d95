package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.Place;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Closed;
import dev.roomline.domain.RenderOutcome.Door;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Spoiled;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.Ticket;
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
  private static final Allowance NO_CAP = Allowance.ofRenders(Long.MAX_VALUE);
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

  private Books books;
  private Run run;

  @BeforeEach
  void open() {
    books = new Books(folder);
    run = books.begin("one");
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void ofEightThatWantARenderOnlyOneMayBuyIt() throws Exception {
    var purchase = purchase("k", 1);

    var claims =
        atOnce(8, () -> books.ledger.claim(purchase, run.number(), Place.ofRow(2), NO_CAP));

    assertThat(claims).containsOnlyOnce(Claim.OURS).contains(Claim.TAKEN);
    assertThat(spent()).isEqualTo(1);
  }

  @Test
  void neverClaimsMoreThanTheCapWhoeverAsks() throws Exception {
    var claims = Stream.of(atOnce(8, this::claimTen))
        .flatMap(List::stream)
        .flatMap(List::stream)
        .toList();

    assertThat(claims.stream().filter(claim -> claim == Claim.OURS)).hasSize(12);
    assertThat(claims.stream().filter(claim -> claim == Claim.CAPPED)).hasSize(68);
  }

  @Test
  void aRolledBackTransactionDoesNotForgetAClaim() {
    var purchase = purchase("k", 1);

    new TransactionTemplate(books.database.transactions()).executeWithoutResult(around -> {
      books.ledger.claim(purchase, run.number(), Place.ofRow(2), NO_CAP);
      around.setRollbackOnly();
    });

    assertThat(books.ledger.claim(purchase, run.number(), Place.ofRow(2), NO_CAP))
        .isEqualTo(Claim.TAKEN);
  }

  @Test
  void anOpenClaimOfADeadRunBecomesUnsure() {
    books.ledger.claim(purchase("k", 1), run.number(), new Place(17, 23, 2, "loft"), NO_CAP);
    books.close();
    books = new Books(folder);

    assertThat(books.ledger.closeOpenClaims()).isEqualTo(1);

    var entry = known("k");
    assertThat(entry.state()).isEqualTo(State.UNSURE);
    assertThat(entry.line()).isEqualTo(23);
  }

  static Stream<RenderOutcome> outcomesThatStay() {
    return Stream.of(
        new Rendered(RENDER),
        new Accepted(new Ticket("99", null, Duration.ofMillis(20_560))),
        new Refused(Cause.PHOTO, "Unable to fetch image from provided URL"),
        new Spoiled("Failed, Try Again"),
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
        new Closed(Door.CREDIT, "no money"));
  }

  @ParameterizedTest
  @MethodSource("outcomesThatGiveTheClaimBack")
  void givesBackClaimAndBudgetOfWhatWasNotPaid(RenderOutcome outcome) {
    settled("k", 1, outcome);

    assertThat(books.ledger.find(new RenderKey("k"), 0)).isEmpty();
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
            () -> books.ledger.settle(purchase("k", 1), run.number(), new Unsure("late")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(known("k").state()).isEqualTo(State.RENDERED);
  }

  @Test
  void anAcceptedRenderKeepsItsIdWhenTheCollectedAnswerHasNone() {
    settled("k", 1, new Accepted(new Ticket("99", null, Duration.ZERO)));
    var bare =
        new Render(List.of("https://a.example/1.png"), List.of(), null, null, null, null, null);

    books.ledger.settle(purchase("k", 1), run.number(), new Rendered(bare));

    assertThat(((Rendered) known("k").outcome()).render().requestId()).isEqualTo("99");
  }

  @Test
  void theNewestAttemptOfTheNewestEditionCounts() {
    settled("k", 1, new Spoiled("first"));
    settled("k", 2, new Rendered(RENDER));

    assertThat(known("k").purchase().attempt()).isEqualTo(2);
    assertThat(books.ledger.find(new RenderKey("k"), 1)).isEmpty();
  }

  @Test
  void countsHowOftenAnUnsureRenderWasResent() {
    settled("k", 1, new Unsure("lost"));
    assertThat(books.ledger.resent(purchase("k", 1), run.number())).isZero();

    settled("k", 2, new Unsure("lost again"));

    assertThat(books.ledger.resent(purchase("k", 2), run.number())).isEqualTo(1);
  }

  private List<Claim> claimTen() {
    var name = Thread.currentThread().getName();
    return IntStream.range(0, 10)
        .mapToObj(n -> books.ledger.claim(
            purchase(name + n, 1), run.number(), Place.ofRow(n), Allowance.ofRenders(12)))
        .toList();
  }

  private void settled(String key, int attempt, RenderOutcome outcome) {
    books.ledger.claim(purchase(key, attempt), run.number(), Place.ofRow(2), NO_CAP);
    books.ledger.settle(purchase(key, attempt), run.number(), outcome);
  }

  private Entry known(String key) {
    return books.ledger.find(new RenderKey(key), 0).orElseThrow();
  }

  private long spent() {
    return books.begin("one").spent();
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
