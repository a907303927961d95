package dev.roomline.render;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderTicket;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.render.limits.AccountLimits;
import dev.roomline.render.limits.BuyingControl;
import dev.roomline.render.limits.StopReason;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Polls accepted renders until they are ready: first at the provider's corrected eta, then with
 * growing pauses.
 */
final class RenderPoller {
  private static final Duration SOONEST = Duration.ofMillis(500);
  private static final Duration LATEST = Duration.ofSeconds(15);

  private final EndpointClient endpoint;
  private final AccountLimits limits;
  private final BuyingControl buying;
  private final Duration patience;
  private final EtaCorrection correction = new EtaCorrection();

  RenderPoller(
      EndpointClient endpoint, AccountLimits limits, BuyingControl buying, Duration patience) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.buying = buying;
    this.patience = patience;
  }

  /**
   * Waits for a render.
   *
   * @param age how long ago it was accepted; a render older than the patience is polled once
   * @return its outcome; {@link Accepted} if it has to be collected later
   */
  RenderOutcome collect(RenderTicket ticket, Duration age) throws InterruptedException {
    var poll = endpoint.collecting(ticket);
    var since = System.nanoTime() - age.toNanos();
    var left = patience.minus(age);
    var pause = shorter(correction.expected(ticket.eta()).minus(age), left);
    var first = age.isZero();
    do {
      if (!buying.waitToCollect(pause) || !limits.awaitPollPermit()) break;
      var answer = poll.ask();
      if (answer instanceof EndpointUnusable endpointUnusable) {
        buying.stop(StopReason.of(endpointUnusable));
        break;
      }
      if (first && !(answer instanceof Busy)) {
        correction.learn(ticket.eta(), !(answer instanceof Accepted));
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

  /** A render that is not ready at its eta may be ready soon. */
  private Duration pauseAfterEta(RenderTicket ticket, RenderOutcome answer, Duration waited) {
    var etaDropped = !ticket.eta().isZero()
        && answer instanceof Accepted again
        && again.ticket().eta().isZero();
    return etaDropped ? correction.soonAfter(ticket.eta()) : pauseAfter(answer, waited);
  }

  /** A quarter of the time waited so far: few polls for a slow render, a short delay for a fast one. */
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
