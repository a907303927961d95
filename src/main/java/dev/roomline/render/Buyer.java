package dev.roomline.render;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.room.RenderOutcome;
import dev.roomline.room.RenderOutcome.Accepted;
import dev.roomline.room.RenderOutcome.Cause;
import dev.roomline.room.RenderOutcome.NotSent;
import dev.roomline.room.RenderOutcome.Rendered;
import dev.roomline.room.RoomRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /** Sends a claimed purchase's request; what came of it is in the books when this returns. */
  Settled send(Turn turn, RoomRow.Order row, long run) throws InterruptedException {
    account.depart();
    var before = turn.soFar();
    var line = row.place().line();
    if (!turn.leaves(Settled.unanswered(turn.purchase(), run, line, ledger.time()))) {
      var letGo = new NotSent(Cause.INTERRUPTED, "let go before it was sent");
      settle(turn.purchase(), run, letGo);
      return Settled.notBought(letGo);
    }
    sent.incrementAndGet();
    var sentAt = System.nanoTime();
    var sentTime = ledger.time();
    var outcome = endpoint.create(turn.request(row));
    turn.answered();
    var at = written(turn, row, run, outcome);
    var now = Settled.answered(outcome, turn.purchase(), run, line, at);
    learn(now, sentTime); // before the next one may leave
    account.heard(outcome, sentAt);
    turn.soFar(outcome instanceof Accepted ? now : before);
    if (!(outcome instanceof Accepted)) return now;
    var collected = collect(turn, now, run);
    learn(collected, sentTime);
    return collected;
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

  private Instant written(Turn turn, RoomRow.Order row, long run, RenderOutcome outcome) {
    try {
      return settle(turn.purchase(), run, outcome);
    } catch (RuntimeException | Error e) {
      unwritten.add(row, outcome);
      throw e;
    }
  }

  private Instant settle(Purchase purchase, long run, RenderOutcome outcome) {
    try {
      return ledger.settle(purchase, run, outcome);
    } catch (RuntimeException e) {
      throw new IllegalStateException("answered, but not written down: " + outcome, e);
    }
  }
}
