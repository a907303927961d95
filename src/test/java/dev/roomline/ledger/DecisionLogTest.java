package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.ResultPosition;
import dev.roomline.ledger.Decision.Kind;
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

class DecisionLogTest {
  private static final String PICTURE = "https://a.example/1.png";

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
  void anUnsurePurchaseStaysUnsureBesideItsDecision() {
    settled(0, 1, new Unsure("lost"));

    assertThat(decide(0, 1, Kind.NOT_PAID, null)).isTrue();

    assertThat(known().state()).isEqualTo(PurchaseState.UNSURE);
    assertThat(known().decision()).extracting(Decision::kind).isEqualTo(Kind.NOT_PAID);
  }

  @Test
  void aPictureFromElsewhereMakesItRendered() {
    settled(0, 1, new Unsure("lost"));

    decide(0, 1, Kind.PAID_ELSEWHERE, PICTURE);

    assertThat(((Rendered) known().outcome()).render().outputs()).containsExactly(PICTURE);
    assertThat(ledgerFixture.ledger.withoutPictures(Instant.EPOCH)).hasSize(1);
  }

  @Test
  void aDecisionWithoutAPictureTakesTheEarlierPictureBack() {
    settled(0, 1, new Unsure("lost"));
    decide(0, 1, Kind.PAID_ELSEWHERE, PICTURE);

    assertThat(decide(0, 1, Kind.GIVEN_UP, null)).isTrue();

    assertThat(known().outcome()).isEqualTo(new Unsure("lost"));
  }

  @Test
  void noDecisionIsTakenBackAfterTheRenderWasBoughtAgain() {
    settled(0, 1, new Unsure("lost"));
    decide(0, 1, Kind.NOT_PAID, null);
    settled(0, 2, new Failed("failed"));

    assertThat(decide(0, 1, Kind.GIVEN_UP, null)).isFalse();
  }

  @Test
  void noDecisionIsTakenBackAfterTheRenderWasBoughtAfresh() {
    settled(0, 1, new Unsure("lost"));
    settled(1, 1, new Unsure("lost again"));

    assertThat(decide(0, 1, Kind.NOT_PAID, null)).isFalse();
  }

  static Stream<RenderOutcome> outcomesWithoutADoubt() {
    var render = new Render(List.of(PICTURE), List.of(), null, null, null, null, null);
    return Stream.of(new Rendered(render), new Failed("failed"));
  }

  @ParameterizedTest
  @MethodSource("outcomesWithoutADoubt")
  void whatIsNotInDoubtIsNotDecided(RenderOutcome outcome) {
    settled(0, 1, outcome);

    assertThat(decide(0, 1, Kind.NOT_PAID, null)).isFalse();
  }

  @Test
  void aRefusedDecisionLeavesNoTrace() {
    settled(0, 1, new Failed("failed"));

    decide(0, 1, Kind.NOT_PAID, null);

    assertThat(known().decision()).isNull();
  }

  static Stream<RenderOutcome> outcomesThatCameToNothing() {
    return Stream.of(new Failed("failed"), new Refused(Cause.CONTENT, "no"));
  }

  @ParameterizedTest
  @MethodSource("outcomesThatCameToNothing")
  void whatCameToNothingMayBeRetriedOnce(RenderOutcome outcome) {
    settled(0, 1, outcome);

    assertThat(retry(0, 1)).isTrue();
    assertThat(known().meaning().isRetried()).isTrue();
    settled(0, 2, outcome);
    assertThat(retry(0, 1)).isFalse();
    assertThat(known().meaning().isRetried()).isFalse();
  }

  @Test
  void whatIsPaidOrInDoubtIsNotRetried() {
    settled(0, 1, new Unsure("lost"));
    assertThat(retry(0, 1)).isFalse();

    decide(0, 1, Kind.PAID_ELSEWHERE, PICTURE);
    assertThat(retry(0, 1)).isFalse();
  }

  @Test
  void aRetryThatIsNotSentStaysDecided() {
    settled(0, 1, new Failed("failed"));
    retry(0, 1);

    settled(0, 2, new NotSent("no connection"));

    assertThat(known().meaning().isRetried()).isTrue();
  }

  @Test
  void countsWhatWaitsForADecision() {
    settled(0, 1, new Unsure("lost"));
    assertThat(ledgerFixture.ledger.decisions().undecided(run.number())).isEqualTo(1);

    decide(0, 1, Kind.GIVEN_UP, null);

    assertThat(ledgerFixture.ledger.decisions().undecided(run.number())).isZero();
  }

  private boolean decide(int edition, int attempt, Kind kind, @Nullable String picture) {
    var judgement = new Decision(kind, "anna", "", Instant.now());
    return ledgerFixture.ledger.decisions().resolve(purchase(edition, attempt), judgement, picture);
  }

  private boolean retry(int edition, int attempt) {
    var judgement = new Decision(Kind.RETRY, "anna", "", Instant.now());
    return ledgerFixture.ledger.decisions().retry(purchase(edition, attempt), judgement);
  }

  private void settled(int edition, int attempt, RenderOutcome outcome) {
    var purchase = purchase(edition, attempt);
    ledgerFixture.ledger.claim(
        purchase, run.number(), ResultPosition.ofRow(2), BudgetLimits.ofRenders(9));
    ledgerFixture.ledger.settle(purchase, run.number(), outcome);
  }

  private LedgerEntry known() {
    return ledgerFixture.ledger.find(new RenderKey("k"), 0).orElseThrow();
  }

  private static Purchase purchase(int edition, int attempt) {
    return new Purchase(new RenderKey("k"), edition, attempt);
  }
}
