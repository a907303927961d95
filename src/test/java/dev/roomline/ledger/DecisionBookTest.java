package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Place;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Spoiled;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.ledger.Judgement.Decision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionBookTest {
  private static final String PICTURE = "https://a.example/1.png";

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
  void anUnsurePurchaseStaysUnsureBesideItsDecision() {
    settled(0, 1, new Unsure("lost"));

    assertThat(decide(0, 1, Decision.NOT_PAID, null)).isTrue();

    assertThat(known().state()).isEqualTo(State.UNSURE);
    assertThat(known().judgement()).extracting(Judgement::decision).isEqualTo(Decision.NOT_PAID);
  }

  @Test
  void aPictureFromElsewhereMakesItRendered() {
    settled(0, 1, new Unsure("lost"));

    decide(0, 1, Decision.PAID_ELSEWHERE, PICTURE);

    assertThat(((Rendered) known().outcome()).render().outputs()).containsExactly(PICTURE);
    assertThat(books.ledger.withoutPictures(Instant.EPOCH)).hasSize(1);
  }

  @Test
  void aDecisionWithoutAPictureTakesTheEarlierPictureBack() {
    settled(0, 1, new Unsure("lost"));
    decide(0, 1, Decision.PAID_ELSEWHERE, PICTURE);

    assertThat(decide(0, 1, Decision.GIVEN_UP, null)).isTrue();

    assertThat(known().outcome()).isEqualTo(new Unsure("lost"));
  }

  @Test
  void noDecisionIsTakenBackAfterTheRenderWasBoughtAgain() {
    settled(0, 1, new Unsure("lost"));
    decide(0, 1, Decision.NOT_PAID, null);
    settled(0, 2, new Spoiled("failed"));

    assertThat(decide(0, 1, Decision.GIVEN_UP, null)).isFalse();
  }

  @Test
  void noDecisionIsTakenBackAfterTheRenderWasBoughtAfresh() {
    settled(0, 1, new Unsure("lost"));
    settled(1, 1, new Unsure("lost again"));

    assertThat(decide(0, 1, Decision.NOT_PAID, null)).isFalse();
  }

  static Stream<RenderOutcome> outcomesWithoutADoubt() {
    var render = new Render(List.of(PICTURE), List.of(), null, null, null, null, null);
    return Stream.of(new Rendered(render), new Spoiled("failed"));
  }

  @ParameterizedTest
  @MethodSource("outcomesWithoutADoubt")
  void whatIsNotInDoubtIsNotDecided(RenderOutcome outcome) {
    settled(0, 1, outcome);

    assertThat(decide(0, 1, Decision.NOT_PAID, null)).isFalse();
  }

  @Test
  void aRefusedDecisionLeavesNoTrace() {
    settled(0, 1, new Spoiled("failed"));

    decide(0, 1, Decision.NOT_PAID, null);

    assertThat(known().judgement()).isNull();
  }

  static Stream<RenderOutcome> outcomesThatCameToNothing() {
    return Stream.of(new Spoiled("failed"), new Refused(Cause.CONTENT, "no"));
  }

  @ParameterizedTest
  @MethodSource("outcomesThatCameToNothing")
  void whatCameToNothingMayBeRetriedOnce(RenderOutcome outcome) {
    settled(0, 1, outcome);

    assertThat(retry(0, 1)).isTrue();
    assertThat(known().retried()).isTrue();
    settled(0, 2, outcome);
    assertThat(retry(0, 1)).isFalse();
    assertThat(known().retried()).isFalse();
  }

  @Test
  void whatIsPaidOrInDoubtIsNotRetried() {
    settled(0, 1, new Unsure("lost"));
    assertThat(retry(0, 1)).isFalse();

    decide(0, 1, Decision.PAID_ELSEWHERE, PICTURE);
    assertThat(retry(0, 1)).isFalse();
  }

  @Test
  void aRetryThatIsNotSentStaysDecided() {
    settled(0, 1, new Spoiled("failed"));
    retry(0, 1);

    settled(0, 2, new NotSent("no connection"));

    assertThat(known().retried()).isTrue();
  }

  @Test
  void countsWhatWaitsForADecision() {
    settled(0, 1, new Unsure("lost"));
    assertThat(books.ledger.decisions().undecided(run.number())).isEqualTo(1);

    decide(0, 1, Decision.GIVEN_UP, null);

    assertThat(books.ledger.decisions().undecided(run.number())).isZero();
  }

  private boolean decide(int edition, int attempt, Decision decision, @Nullable String picture) {
    var judgement = new Judgement(decision, "anna", "", Instant.now());
    return books.ledger.decisions().resolve(purchase(edition, attempt), judgement, picture);
  }

  private boolean retry(int edition, int attempt) {
    var judgement = new Judgement(Decision.RETRY, "anna", "", Instant.now());
    return books.ledger.decisions().retry(purchase(edition, attempt), judgement);
  }

  private void settled(int edition, int attempt, RenderOutcome outcome) {
    var purchase = purchase(edition, attempt);
    books.ledger.claim(purchase, run.number(), Place.ofRow(2), Allowance.ofRenders(9));
    books.ledger.settle(purchase, run.number(), outcome);
  }

  private Entry known() {
    return books.ledger.find(new RenderKey("k"), 0).orElseThrow();
  }

  private static Purchase purchase(int edition, int attempt) {
    return new Purchase(new RenderKey("k"), edition, attempt);
  }
}
