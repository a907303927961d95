package dev.roomline.render;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Closed;
import dev.roomline.domain.Ticket;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.render.limits.Account;
import dev.roomline.render.limits.Buying;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks for accepted renders until they are there: at the vendor's eta first, and as much later as
 * it runs short, then backing off.
 */
final class Collector {
  private static final Duration SOONEST = Duration.ofMillis(500);
  private static final Duration LATEST = Duration.ofSeconds(15);

  private final EndpointClient endpoint;
  private final Account account;
  private final Buying buying;
  private final Duration patience;
  private final Lateness lateness = new Lateness();

  Collector(EndpointClient endpoint, Account account, Buying buying, Duration patience) {
    this.endpoint = endpoint;
    this.account = account;
    this.buying = buying;
    this.patience = patience;
  }

  /**
   * Waits for a render.
   *
   * @param age how long ago it was accepted; one older than the patience is asked for once
   * @return what became of it; {@link Accepted} if it has to be collected later
   */
  RenderOutcome collect(Ticket ticket, Duration age) throws InterruptedException {
    var collecting = endpoint.collecting(ticket);
    var since = System.nanoTime() - age.toNanos();
    var left = patience.minus(age);
    var pause = shorter(lateness.expected(ticket.eta()).minus(age), left);
    var first = age.isZero();
    do {
      if (!buying.waitToCollect(pause) || !account.turnToPoll()) break;
      var answer = collecting.ask();
      if (answer instanceof Closed closed) {
        buying.stop(closed);
        break;
      }
      if (first && !(answer instanceof Busy)) {
        lateness.learn(ticket.eta(), !(answer instanceof Accepted));
      }
      if (!(answer instanceof Accepted || answer instanceof Busy)) return answer;
      var waited = Duration.ofNanos(System.nanoTime() - since);
      left = patience.minus(waited);
      pause =
          shorter(first ? pauseAfterEta(ticket, answer, waited) : pauseAfter(answer, waited), left);
      first = false;
    } while (!left.isNegative());
    return new Accepted(ticket);
  }

  /** What is not there at its eta may be any moment. */
  private Duration pauseAfterEta(Ticket ticket, RenderOutcome answer, Duration waited) {
    var told = !ticket.eta().isZero()
        && answer instanceof Accepted again
        && again.ticket().eta().isZero();
    return told ? lateness.soonAfter(ticket.eta()) : pauseAfter(answer, waited);
  }

  /** A quarter of the time waited so far: few polls for a slow render, little delay for a fast. */
  private static Duration pauseAfter(RenderOutcome answer, Duration waited) {
    if (answer instanceof Busy busy && !busy.pause().isZero()) return busy.pause();
    if (answer instanceof Accepted again && !again.ticket().eta().isZero()) {
      return again.ticket().eta();
    }
    var quarter = shorter(waited.dividedBy(4), LATEST);
    var steady = quarter.compareTo(SOONEST) < 0 ? SOONEST : quarter;
    return steady.plusMillis(ThreadLocalRandom.current().nextLong(1 + steady.toMillis() / 5));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
