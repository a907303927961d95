package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.ledger.PurchaseState;
import dev.roomline.ledger.RenderResult;
import dev.roomline.render.limits.RetryDelays;
import dev.roomline.render.limits.StopReason;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import dev.roomline.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path state;

  @Test
  void equalRowsAreOnePurchaseForTheFirstOfThem() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(4))) {
      var ends = runFixture.render("sofa", "sofa", "sofa");

      assertThat(ends).extracting(RenderResult::line).containsOnly(2L);
      assertThat(provider.creates()).isEqualTo(1);
    }
  }

  @Test
  void sixteenWorkersAndManyEqualRowsBuyEachRenderOnce() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(16))) {
      var threads = Executors.newFixedThreadPool(8);
      Callable<List<RenderResult>> job =
          () -> runFixture.render("a", "b", "c", "a", "b", "c", "d", "a");

      for (var ended : threads.invokeAll(Collections.nCopies(40, job))) {
        assertThat(ended.get()).allMatch(it -> it.outcome() instanceof Rendered);
      }

      threads.shutdown();
      assertThat(provider.creates()).isEqualTo(4);
    }
  }

  @Test
  void aKnownRenderIsNotSentAgain() throws Exception {
    try (var first = openRun(SandboxExtension.quick(), RunFixture.settings(4))) {
      first.render("sofa");
    }

    try (var second = openRun(RunFixture.settings(4))) {
      assertThat(second.render("sofa")).allMatch(it -> it.outcome() instanceof Rendered);
    }
    assertThat(provider.creates()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void busyIsWaitedOutAndUsesUpNoAttempts(boolean inside200) throws Exception {
    var crowded = quick(30).withQueue(1).withQueueErrorsAs200(inside200);
    try (var runFixture = openRun(crowded, RunFixture.settings(4))) {
      var ends = RunFixture.awaitResults(runFixture.beginAll(RunFixture.rooms(6)));

      assertThat(ends).allMatch(it -> it.outcome() instanceof Rendered && it.attempts() == 1);
      assertThat(provider.count("refused_busy")).isPositive();
      assertThat(provider.billed()).isEqualTo(6);
    }
  }

  @Test
  void busyHoldsEveryRow() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(1))) {
      runFixture.render("proof");
      var held = runFixture.begin(3, "[sandbox rate-limit 1]");
      await().until(() -> provider.creates() == 2);
      var next = runFixture.begin(4, "sofa");

      assertThat(next.settles(Duration.ofMillis(200))).isFalse();
      assertThat(RunFixture.awaitResults(List.of(held, next)))
          .allMatch(it -> it.outcome() instanceof Rendered);
    }
  }

  @Test
  void nothingButBusyForTooLongEndsTheBuying() throws Exception {
    var it = RunFixture.SHORT;
    var impatient = new RetryDelays(
        it.notSent(), it.again(), it.busy(), it.busyMost(), Duration.ofMillis(500), it.picture());
    var busy = SandboxExtension.quick().withMisbehaviour(Map.of("rate-limit", 1.0));
    try (var runFixture = openRun(busy, RunFixture.waits(4, impatient))) {
      assertThat(runFixture.render("sofa")).allMatch(end -> end.outcome() instanceof NotSent);

      assertThat(runFixture.renderer.buying().reasons())
          .extracting(FaultResult::stop)
          .containsExactly("ENDPOINT");
    }
  }

  @Test
  void aStopDoesNotWaitForABusyProvider() throws Exception {
    var busy = SandboxExtension.quick().withMisbehaviour(Map.of("rate-limit", 1.0));
    try (var runFixture = openRun(busy, RunFixture.settings(4))) {
      var render = runFixture.begin(2, "sofa");
      await().until(() -> provider.creates() == 1);

      runFixture.renderer.buying().stop(new StopReason.Interrupted());

      assertThat(render.settles(Duration.ofMillis(500))).isTrue();
      assertThat(runFixture.findEntry("sofa")).isEmpty();
    }
  }

  @Test
  void aLongPauseIsNews() throws Exception {
    var oneAMinute = SandboxExtension.quick().withRequestsPerMinute(1);
    try (var runFixture = openRun(oneAMinute, RunFixture.settings(4))) {
      var messages = new CopyOnWriteArrayList<String>();
      runFixture.renderer.buying().onPause(messages::add);
      runFixture.beginAll(RunFixture.rooms(4));

      await().until(() -> !messages.isEmpty());
      runFixture.renderer.buying().stop(new StopReason.Interrupted());
      assertThat(messages)
          .singleElement()
          .asString()
          .matches("The provider answered .*; waiting [1-6]\\d s before the next request\\.");
    }
  }

  @Test
  void aSpamAnswerHoldsOnlyItsOwnRow() throws Exception {
    var it = RunFixture.SHORT;
    var delays = new RetryDelays(
        it.notSent(), Duration.ofSeconds(3), it.busy(), it.busyMost(), it.onlyBusy(), it.picture());
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.waits(4, delays))) {
      var spam = runFixture.begin(2, "[sandbox spam 1]");
      var others = runFixture.beginAll(RunFixture.rooms(5));

      assertThat(RunFixture.awaitResults(others))
          .allMatch(end -> end.outcome() instanceof Rendered);
      assertThat(spam.settles(Duration.ZERO)).isFalse();
      assertThat(RunFixture.end(spam).attempts()).isEqualTo(1);
    }
  }

  @Test
  void aRowThatIsTakenForARepetitionForEverIsNotBought() throws Exception {
    var it = RunFixture.SHORT;
    var delays = new RetryDelays(
        it.notSent(), it.again(), it.busy(), it.busyMost(), Duration.ofMillis(100), it.picture());
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.waits(4, delays))) {
      var end = runFixture.render("[sandbox spam]").get(0);

      assertThat(end.outcome()).isInstanceOf(NotSent.class);
      assertThat(runFixture.renderer.buying().isBuying()).isTrue();
    }
  }

  @Test
  void anUnavailableProviderIsTriedAgainAndThenTheRowIsNotBought() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(4))) {
      var end = runFixture.render("[sandbox 503]").get(0);

      assertThat(end.outcome()).isInstanceOf(NotSent.class);
      assertThat(provider.creates()).isEqualTo(4);
      assertThat(runFixture.findEntry("[sandbox 503]")).isEmpty();
    }
  }

  @Test
  void theBudgetIsUsedUpAlthoughABusyProviderGivesPartOfItBack() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.budget(4, 2))) {
      var ends = runFixture.render("[sandbox rate-limit 1]", "sofa", "[sandbox slow] bed", "chair");

      assertThat(ends.stream().filter(end -> end.outcome() instanceof Rendered)).hasSize(2);
      assertThat(runFixture.renderer.buying().reasons())
          .extracting(FaultResult::stop)
          .containsExactly("BUDGET");
    }
  }

  @Test
  void whatWasNotSentGivesItsBudgetBack() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.budget(4, 1))) {
      runFixture.render("[sandbox 503]");

      assertThat(runFixture.render("sofa").get(0).outcome()).isInstanceOf(Rendered.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, [sandbox failed 1], 2, RENDERED",
    "1, [sandbox failed], 2, SPOILED",
    "0, [sandbox failed], 1, SPOILED",
    "2, [sandbox failed 2], 3, RENDERED",
    "1, [sandbox failed-later 1], 2, RENDERED"
  })
  void aFailedRenderIsBoughtAgainAsOftenAsAllowed(
      int retries, String prompt, int attempts, PurchaseState end) throws Exception {
    try (var runFixture =
        openRun(SandboxExtension.quick(), RunFixture.withRetries(retries, false))) {
      assertThat(runFixture.render(prompt).get(0).attempts()).isEqualTo(attempts);

      assertThat(provider.creates()).isEqualTo(attempts);
      assertThat(runFixture.findEntry(prompt).orElseThrow().state()).isEqualTo(end);
    }
  }

  @Test
  void aFailedRenderIsNotBoughtAgainByTheNextRun() throws Exception {
    try (var first = openRun(SandboxExtension.quick(), RunFixture.withRetries(0, false))) {
      first.render("[sandbox failed]");
    }

    try (var second = openRun(RunFixture.withRetries(1, false))) {
      assertThat(second.render("[sandbox failed]").get(0).outcome()).isInstanceOf(Failed.class);
    }
    assertThat(provider.creates()).isEqualTo(1);
  }

  @Test
  void aFailedRenderWhoseRepetitionCannotBeSentMayStillHaveBeenCharged() throws Exception {
    var it = RunFixture.SHORT;
    var delays = new RetryDelays(
        it.notSent(),
        Duration.ofMillis(300),
        it.busy(),
        it.busyMost(),
        it.onlyBusy(),
        it.picture());
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.waits(4, delays))) {
      var render = runFixture.begin(2, "[sandbox failed]");
      await().until(() -> provider.count("failed") == 1);
      provider.close();

      assertThat(RunFixture.end(render).outcome()).isInstanceOf(Failed.class);
    }
  }

  @Test
  void anUnsureRenderIsHeld() throws Exception {
    try (var first = openRun(SandboxExtension.quick(), RunFixture.withRetries(1, false))) {
      first.render("[sandbox nothing-after]");
    }

    try (var second = openRun(RunFixture.withRetries(1, false))) {
      assertThat(second.render("[sandbox nothing-after]").get(0).outcome())
          .isInstanceOf(Unsure.class);
    }
    assertThat(provider.creates()).isEqualTo(1);
  }

  @Test
  void resendBuysAnUnsureRenderOnceMorePerRun() throws Exception {
    try (var first = openRun(SandboxExtension.quick(), RunFixture.withRetries(1, true))) {
      first.render("[sandbox nothing-after 9]");
      assertThat(provider.creates()).isEqualTo(2);
    }

    try (var second = openRun(RunFixture.withRetries(1, true))) {
      var end = second.render("[sandbox nothing-after 9]").get(0);
      assertThat(end.outcome()).isInstanceOf(Unsure.class);
      assertThat(end.attempts()).isEqualTo(3);
    }
    assertThat(provider.creates()).isEqualTo(3);
  }

  @Test
  void resendEndsAsSoonAsTheRenderIsThere() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.withRetries(1, true))) {
      var end = runFixture.render("[sandbox nothing-after 1]").get(0);

      assertThat(end.outcome()).isInstanceOf(Rendered.class);
      assertThat(end.attempts()).isEqualTo(2);
    }
  }

  @Test
  void anOutageCostsAtMostFiveAndWhatIsInFlight() throws Exception {
    var outage = SandboxExtension.quick().withMisbehaviour(Map.of("500", 1.0)).withMisbehaveFrom(2);
    try (var runFixture = openRun(outage, RunFixture.settings(8))) {
      runFixture.render("proof");
      var ends = RunFixture.awaitResults(runFixture.beginAll(RunFixture.rooms(60)));

      var unsure = ends.stream().filter(it -> it.outcome() instanceof Unsure).count();
      assertThat(unsure).isBetween(5L, 5L + 8);
      assertThat(provider.creates()).isEqualTo(1 + unsure);
      assertThat(runFixture.renderer.buying().reasons())
          .extracting(FaultResult::stop)
          .containsExactly("ENDPOINT");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "key, ACCOUNT",
    "credit, ACCOUNT",
    "quota, ACCOUNT",
    "plan, ACCOUNT",
    "redirect, ADDRESS"
  })
  void anUnusableEndpointEndsTheBuyingWhileCallsInFlightAnswer(String misbehaviour, String why)
      throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(3))) {
      runFixture.render("proof");
      var inFlight = runFixture.begin(2, "[sandbox slow]");
      await().until(() -> provider.creates() == 2);
      provider.misbehave("{\"%s\":1.0}".formatted(misbehaviour));
      var ends = RunFixture.awaitResults(runFixture.beginAll(RunFixture.rooms(30)));

      assertThat(ends).allMatch(it -> it.outcome() instanceof NotSent);
      assertThat(RunFixture.end(inFlight).outcome()).isInstanceOf(Rendered.class);
      assertThat(runFixture.renderer.buying().reasons())
          .extracting(FaultResult::stop)
          .containsExactly(why);
      assertThat(provider.creates()).isLessThanOrEqualTo(2 + 3);
    }
  }

  @Test
  void theFirstPurchaseAtANewEndpointGoesAlone() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(8))) {
      var renders = runFixture.beginAll(
          RunFixture.rooms(8).stream().map(room -> room + " [sandbox hang]").toList());

      await().during(Duration.ofMillis(400)).until(() -> provider.creates() == 1);

      runFixture.renderer.buying().stop(new StopReason.Interrupted());
      runFixture.renderer.buying().abandon();
      RunFixture.awaitResults(renders);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "moved"})
  void aNewEndpointThatTurnsTheFirstPurchaseAwayIsNotAskedAgain(String misbehaviour)
      throws Exception {
    var closed = SandboxExtension.quick().withMisbehaviour(Map.of(misbehaviour, 1.0));
    try (var runFixture = openRun(closed, RunFixture.settings(16))) {
      RunFixture.awaitResults(runFixture.beginAll(RunFixture.rooms(40)));

      assertThat(provider.creates()).isEqualTo(1);
    }
  }

  @Test
  void patienceEndsWithTheRenderWaitingForALaterRunThatCollectsItFree() throws Exception {
    try (var first = openRun(accepting(400), RunFixture.patience(4, Duration.ofMillis(1)))) {
      assertThat(first.render("sofa").get(0).outcome()).isInstanceOf(Accepted.class);
    }

    try (var second = openRun(RunFixture.settings(4))) {
      second.renderer.resume();
      assertThat(second.render("sofa").get(0).outcome()).isInstanceOf(Rendered.class);
    }
    assertThat(provider.creates()).isEqualTo(1);
  }

  @Test
  void whatAnEarlierRunLeftIsCollectedEvenIfNoRowWantsIt() throws Exception {
    try (var first = openRun(accepting(100), RunFixture.patience(4, Duration.ofMillis(1)))) {
      first.render("sofa");
    }

    try (var second = openRun(RunFixture.settings(4))) {
      second.renderer.resume();
      second.renderer.awaitAll();
      assertThat(second.findEntry("sofa").orElseThrow().state()).isEqualTo(PurchaseState.RENDERED);
    }
  }

  @Test
  void whatAnEarlierRunLeftCountsAsInFlightBeforeAnythingNewIsBought() throws Exception {
    try (var first = openRun(accepting(700), RunFixture.patience(2, Duration.ofMillis(1)))) {
      first.render("sofa", "lamp");
    }

    try (var second = openRun(RunFixture.settings(2))) {
      second.renderer.resume();
      second.render("rug", "desk");
    }
    assertThat(provider.count("most_queued")).isEqualTo(2);
  }

  @Test
  void neverHasMoreQueuedAtTheProviderThanTheConcurrencyLimit() throws Exception {
    var tailed = SandboxExtension.quick()
        .withLatency(new Latency(Duration.ofMillis(5), Duration.ofMillis(80)))
        .withProcessingShare(0.5);
    try (var runFixture = openRun(tailed, RunFixture.settings(6))) {
      RunFixture.awaitResults(runFixture.beginAll(RunFixture.rooms(120)));

      assertThat(provider.count("most_queued")).isBetween(2L, 6L);
      assertThat(provider.billed()).isEqualTo(120);
    }
  }

  @Test
  void sixteenWorkersNeverExceedTheBudget() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.budget(16, 37))) {
      var renders = runFixture.beginAll(RunFixture.rooms(100));
      var ends = RunFixture.awaitResults(renders);

      assertThat(ends.stream().filter(it -> it.outcome() instanceof Rendered)).hasSize(37);
      assertThat(renders.stream().flatMap(it -> it.stopReason().stream()))
          .hasSize(100 - 37)
          .hasOnlyElementsOfType(StopReason.BudgetUsed.class);
      assertThat(provider.creates()).isEqualTo(37);
      assertThat(runFixture.renderer.buying().reasons())
          .extracting(FaultResult::stop)
          .containsExactly("BUDGET");
    }
  }

  @Test
  void aStopLetsCallsInFlightAnswerAndSendsNothingNew() throws Exception {
    try (var runFixture = openRun(quick(400), RunFixture.settings(4))) {
      runFixture.render("proof");
      var renders = runFixture.beginAll(RunFixture.rooms(20));
      await().until(() -> provider.creates() == 1 + 4);

      runFixture.renderer.buying().stop(new StopReason.Interrupted());

      assertThat(RunFixture.awaitResults(renders).stream()
              .filter(it -> it.outcome() instanceof Rendered))
          .hasSize(4);
      assertThat(provider.creates()).isEqualTo(1 + 4);
    }
  }

  @Test
  void abandoningLeavesUnansweredRendersAsTheLedgerHasThem() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(4))) {
      var render = runFixture.begin(2, "[sandbox hang]");
      await().until(() -> provider.creates() == 1);
      runFixture.renderer.buying().stop(new StopReason.Interrupted());

      runFixture.renderer.buying().abandon();

      assertThat(RunFixture.end(render).outcome()).isInstanceOf(Unsure.class);
      assertThat(runFixture.findEntry("[sandbox hang]").orElseThrow().state())
          .isEqualTo(PurchaseState.SENDING);
    }
  }

  @RepeatedTest(5)
  void whatWasAbandonedUnsentStaysUnsent() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(16))) {
      var rooms = RunFixture.rooms(300);
      var renders = runFixture.beginAll(rooms);
      await().pollInterval(Duration.ofMillis(1)).until(() -> provider.creates() > 50);

      runFixture.renderer.buying().stop(new StopReason.Interrupted());
      runFixture.renderer.buying().abandon();

      var ends = RunFixture.awaitResults(renders);
      await().until(() -> runFixture.renderer.progress().inFlight() == 0);
      for (var n = 0; n < rooms.size(); n++) {
        var unsent = ends.get(n).outcome() instanceof NotSent;
        assertThat(runFixture.findEntry(rooms.get(n)).isEmpty()).isEqualTo(unsent);
      }
    }
  }

  @Test
  void lettingGoLeavesAnAcceptedRenderToBeCollected() throws Exception {
    try (var runFixture = openRun(accepting(60_000), RunFixture.settings(4))) {
      var render = runFixture.begin(2, "sofa");
      await()
          .until(() ->
              provider.count("accepted") == 1 && !render.timeSinceAccepted().isZero());
      runFixture.renderer.buying().stop(new StopReason.Interrupted());

      runFixture.renderer.buying().abandon();

      assertThat(RunFixture.end(render).outcome()).isInstanceOf(Accepted.class);
      assertThat(runFixture.findEntry("sofa").orElseThrow().state())
          .isEqualTo(PurchaseState.ACCEPTED);
    }
  }

  @Test
  void aForeignPlaceToCollectIsIgnored() throws Exception {
    try (var runFixture = openRun(SandboxExtension.quick(), RunFixture.settings(4))) {
      assertThat(runFixture.render("[sandbox foreign-fetch]").get(0).outcome())
          .isInstanceOf(Rendered.class);
      assertThat(provider.count("fetches")).isEqualTo(1);
    }
  }

  private RunFixture openRun(SandboxSettings like, RenderSettings settings) throws Exception {
    provider.open(like);
    return openRun(settings);
  }

  private RunFixture openRun(RenderSettings settings) throws Exception {
    return new RunFixture(state, provider.url(), settings);
  }

  private static SandboxSettings quick(long millis) {
    return SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(millis)));
  }

  private static SandboxSettings accepting(long millis) {
    return quick(millis).withProcessingShare(1);
  }
}
