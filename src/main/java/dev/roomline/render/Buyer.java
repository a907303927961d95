package dev.roomline.render;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Closed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RoomRow;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.Settled;
import dev.roomline.render.limits.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** One claimed purchase at the counter: send, settle, collect, while its slot is held. */
final class Buyer {
  private final Ledger ledger;
  private final EndpointClient endpoint;
  private final Account account;
  private final Collector collector;
  private final Unwritten unwritten = new Unwritten();
  private final AtomicLong sent = new AtomicLong();

  Buyer(Ledger ledger, EndpointClient endpoint, Account account, Collector collector) {
    this.ledger = ledger;
    this.endpoint = endpoint;
    this.account = account;
    this.collector = collector;
  }

  /**
   * Sends a claimed purchase's request, and collects its render if it is accepted. Its slot is free
   * when this returns: the claim of whoever takes it is not durable before what is on its way here.
   *
   * @return what came of it, once the books have it
   */
  CompletableFuture<Settled> send(Turn turn, RoomRow.Order row, long run)
      throws InterruptedException {
    account.depart();
    var before = turn.soFar();
    var line = row.place().line();
    if (!turn.leaves(Settled.unanswered(turn.purchase(), run, line, ledger.time()))) {
      var letGo = new NotSent(Cause.INTERRUPTED, "let go before it was sent");
      settle(turn.purchase(), run, letGo);
      return CompletableFuture.completedFuture(Settled.notBought(letGo));
    }
    sent.incrementAndGet();
    var sentAt = System.nanoTime();
    var sentTime = ledger.time();
    var outcome = endpoint.create(turn.request(row));
    turn.answered();
    var settling = ledger.settling(turn.purchase(), run, outcome);
    var now = Settled.answered(outcome, turn.purchase(), run, line, settling.at());
    learn(now, sentTime); // before the next one may leave
    account.heard(outcome, sentAt);
    var written = settling.durable().handle((done, failure) -> {
      if (failure != null) throw unwritten(row, outcome, failure);
      turn.soFar(isGivenBack(outcome) ? before : now);
      return now;
    });
    if (!(outcome instanceof Accepted)) return written;
    written.join();
    var collected = collect(turn, now, run);
    learn(collected, sentTime);
    return CompletableFuture.completedFuture(collected);
  }

  private static boolean isGivenBack(RenderOutcome outcome) {
    return outcome instanceof Busy || outcome instanceof NotSent || outcome instanceof Closed;
  }

  private void learn(Settled settled, Instant sent) {
    var at = settled.at();
    if (at == null || at.isBefore(sent) || !(settled.outcome() instanceof Rendered)) return;
    account.lasted(Duration.between(sent, at));
  }

  /** Waits for an accepted render; what came of it is in the books when this returns. */
  Settled collect(Turn turn, Settled accepted, long run) throws InterruptedException {
    var ticket = ((Accepted) accepted.outcome()).ticket();
    var outcome = collector.collect(ticket, age(turn, accepted));
    if (outcome instanceof Accepted) return accepted;
    turn.answered();
    var at = settle(turn.purchase(), run, outcome);
    return Settled.answered(outcome, turn.purchase(), accepted.run(), accepted.line(), at);
  }

  /** Answers of this run that its books do not have. */
  List<String> unwritten() {
    return unwritten.answers();
  }

  long sent() {
    return sent.get();
  }

  /** The clock may have been set meanwhile, so it is asked only about what another run began. */
  private Duration age(Turn turn, Settled accepted) {
    if (turn.wasAnswered()) return Duration.ZERO;
    var age = Duration.between(accepted.at(), ledger.time());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private IllegalStateException unwritten(
      RoomRow.Order row, RenderOutcome outcome, Throwable cause) {
    unwritten.add(row, outcome);
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
