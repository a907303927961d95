package dev.roomline.render;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RoomRow;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.RenderResult;
import dev.roomline.render.limits.AccountLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** One claimed purchase at the counter: send, settle, collect, while its slot is held. */
final class PurchaseSender {
  private final Ledger ledger;
  private final EndpointClient endpoint;
  private final AccountLimits limits;
  private final RenderPoller poller;
  private final UnrecordedAnswers unrecorded = new UnrecordedAnswers();
  private final AtomicLong sent = new AtomicLong();

  PurchaseSender(
      Ledger ledger, EndpointClient endpoint, AccountLimits limits, RenderPoller poller) {
    this.ledger = ledger;
    this.endpoint = endpoint;
    this.limits = limits;
    this.poller = poller;
  }

  /**
   * Sends a claimed purchase's request, and collects its render if it is accepted. Its slot is free
   * when this returns: the claim of whoever takes it is not durable before what is on its way here.
   *
   * @return what came of it, once the books have it
   */
  CompletableFuture<RenderResult> send(RenderTask task, RoomRow.Order row, long run)
      throws InterruptedException {
    limits.awaitSendTurn();
    var before = task.latestResult();
    var line = row.position().line();
    if (!task.leaves(RenderResult.unanswered(task.purchase(), run, line, ledger.time()))) {
      var letGo = new NotSent(Cause.INTERRUPTED, "let go before it was sent");
      settle(task.purchase(), run, letGo);
      return CompletableFuture.completedFuture(RenderResult.notBought(letGo));
    }
    sent.incrementAndGet();
    var sentAt = System.nanoTime();
    var sentTime = ledger.time();
    var outcome = endpoint.create(task.request(row));
    task.answered();
    var settlement = ledger.settleAsync(task.purchase(), run, outcome);
    var now = RenderResult.answered(outcome, task.purchase(), run, line, settlement.at());
    learn(now, sentTime); // before the next one may leave
    limits.onOutcome(outcome, sentAt);
    var written = settlement.durable().handle((done, failure) -> {
      if (failure != null) throw unwritten(row, outcome, failure);
      task.update(isGivenBack(outcome) ? before : now);
      return now;
    });
    if (!(outcome instanceof Accepted)) return written;
    written.join();
    var collected = collect(task, now, run);
    learn(collected, sentTime);
    return CompletableFuture.completedFuture(collected);
  }

  private static boolean isGivenBack(RenderOutcome outcome) {
    return outcome instanceof Busy
        || outcome instanceof NotSent
        || outcome instanceof EndpointUnusable;
  }

  private void learn(RenderResult result, Instant sent) {
    var at = result.at();
    if (at == null || at.isBefore(sent) || !(result.outcome() instanceof Rendered)) return;
    limits.recordDuration(Duration.between(sent, at));
  }

  /** Waits for an accepted render; what came of it is in the books when this returns. */
  RenderResult collect(RenderTask task, RenderResult accepted, long run)
      throws InterruptedException {
    var ticket = ((Accepted) accepted.outcome()).ticket();
    var outcome = poller.collect(ticket, age(task, accepted));
    if (outcome instanceof Accepted) return accepted;
    task.answered();
    var at = settle(task.purchase(), run, outcome);
    return RenderResult.answered(outcome, task.purchase(), accepted.run(), accepted.line(), at);
  }

  /** Answers of this run that its books do not have. */
  List<String> unwritten() {
    return unrecorded.answers();
  }

  long sent() {
    return sent.get();
  }

  /** The clock may have been set meanwhile, so it is asked only about what another run began. */
  private Duration age(RenderTask task, RenderResult accepted) {
    if (task.wasAnswered()) return Duration.ZERO;
    var age = Duration.between(accepted.at(), ledger.time());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private IllegalStateException unwritten(
      RoomRow.Order row, RenderOutcome outcome, Throwable cause) {
    unrecorded.add(row, outcome);
    return notWrittenDown(outcome, cause);
  }

  private Instant settle(Purchase purchase, long run, RenderOutcome outcome) {
    try {
      return ledger.settle(purchase, run, outcome);
    } catch (RuntimeException e) {
      throw notWrittenDown(outcome, e);
    }
  }

  private static IllegalStateException notWrittenDown(RenderOutcome outcome, Throwable cause) {
    return new IllegalStateException("answered, but not written down: " + outcome, cause);
  }
}
