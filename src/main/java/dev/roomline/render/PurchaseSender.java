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

/** Sends a claimed purchase, settles and collects it, while the caller holds a slot. */
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
   * Sends a claimed purchase's request, and collects its render if it is accepted. The caller may
   * release the slot on return: GroupCommit keeps order, so no later claim becomes durable before
   * this answer.
   *
   * @return its result, once the ledger has it
   */
  CompletableFuture<RenderResult> send(RenderTask task, RoomRow.Order row, long run)
      throws InterruptedException {
    limits.awaitSendPermit();
    var before = task.latestResult();
    var line = row.position().line();
    if (!task.markSent(RenderResult.unanswered(task.purchase(), run, line, ledger.time()))) {
      var abandoned = new NotSent(Cause.INTERRUPTED, "let go before it was sent");
      settle(task.purchase(), run, abandoned);
      return CompletableFuture.completedFuture(RenderResult.notBought(abandoned));
    }
    sent.incrementAndGet();
    var sentAt = System.nanoTime();
    var sentTime = ledger.time();
    var outcome = endpoint.create(task.request(row));
    task.markAnswered();
    var settlement = ledger.settleAsync(task.purchase(), run, outcome);
    var now = RenderResult.answered(outcome, task.purchase(), run, line, settlement.at());
    learnDuration(now, sentTime); // before the next one may leave
    limits.onOutcome(outcome, sentAt);
    var written = settlement.durable().handle((done, failure) -> {
      if (failure != null) throw keepUnrecorded(row, outcome, failure);
      task.update(isClaimDeleted(outcome) ? before : now);
      return now;
    });
    if (!(outcome instanceof Accepted)) return written;
    written.join();
    var collected = collect(task, now, run);
    learnDuration(collected, sentTime);
    return CompletableFuture.completedFuture(collected);
  }

  private static boolean isClaimDeleted(RenderOutcome outcome) {
    return outcome instanceof Busy
        || outcome instanceof NotSent
        || outcome instanceof EndpointUnusable;
  }

  private void learnDuration(RenderResult result, Instant sent) {
    var at = result.at();
    if (at == null || at.isBefore(sent) || !(result.outcome() instanceof Rendered)) return;
    limits.recordDuration(Duration.between(sent, at));
  }

  /** Waits for an accepted render, and returns its result once the ledger has it. */
  RenderResult collect(RenderTask task, RenderResult accepted, long run)
      throws InterruptedException {
    var ticket = ((Accepted) accepted.outcome()).ticket();
    var outcome = poller.collect(ticket, age(task, accepted));
    if (outcome instanceof Accepted) return accepted;
    task.markAnswered();
    var at = settle(task.purchase(), run, outcome);
    return RenderResult.answered(outcome, task.purchase(), accepted.run(), accepted.line(), at);
  }

  /** Answers of this run that could not be recorded in the ledger. */
  List<String> unrecordedAnswers() {
    return unrecorded.answers();
  }

  long sent() {
    return sent.get();
  }

  /** The clock may have been set meanwhile, so it is used only for what an earlier run began. */
  private Duration age(RenderTask task, RenderResult accepted) {
    if (task.wasAnswered()) return Duration.ZERO;
    var age = Duration.between(accepted.at(), ledger.time());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private IllegalStateException keepUnrecorded(
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
