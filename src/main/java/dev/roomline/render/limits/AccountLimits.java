package dev.roomline.render.limits;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.render.limits.StopReason.Outage;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The limits that all workers share, as the provider counts by account: slots, requests per minute,
 * and the pause that a busy provider asks for.
 */
public final class AccountLimits {
  private final ConcurrencyLimit concurrencyLimit;
  private final RateLimiter creates;
  private final RateLimiter sends;
  private final RateLimiter polls;
  private final RateLimiter uploads;
  private final BuyingControl buying;
  private final CircuitBreaker breaker = new CircuitBreaker();
  private final RetryDelays delays;
  private boolean proven;
  private int busyInARow;
  private long busySince;

  /**
   * @param proven whether this endpoint answered before; if not, the first purchase is sent alone
   */
  public AccountLimits(
      LimitSettings limits, RetryDelays delays, BuyingControl buying, boolean proven) {
    this.concurrencyLimit = new ConcurrencyLimit(limits.inFlight(), proven ? limits.inFlight() : 1);
    this.creates = new RateLimiter(limits.requestsPerMinute(), limits.burst(), System::nanoTime);
    this.sends = new RateLimiter(limits.requestsPerMinute(), limits.burst(), System::nanoTime);
    var burst = Math.max(limits.burst(), limits.inFlight());
    this.polls = new RateLimiter(limits.requestsPerMinute(), burst, System::nanoTime);
    this.uploads = new RateLimiter(limits.requestsPerMinute(), burst, System::nanoTime);
    this.buying = buying;
    this.delays = delays;
    this.proven = proven;
    buying.onStop(concurrencyLimit::wake);
  }

  /** Waits for a slot and a permit to claim; false if buying has stopped. Call {@link #release} afterwards. */
  public boolean acquire() throws InterruptedException {
    if (!concurrencyLimit.acquire(buying::isBuying)) return false;
    do {
      if (!buying.waitToBuy(creates.next())) {
        concurrencyLimit.release();
        return false;
      }
    } while (creates.paused());
    buying.stopIfTooLate(); // waiting may have taken long
    if (buying.isBuying()) return true;
    concurrencyLimit.release();
    return false;
  }

  /**
   * Waits for a permit to send a claimed purchase. This second rate limiter spaces requests again right
   * before sending, as claims take unequal time.
   */
  public void awaitSendPermit() throws InterruptedException {
    var unused = buying.waitToCollect(Duration.ofNanos(sends.next()));
  }

  /** Waits for a slot for a render that is paid already; false if waiting was abandoned. */
  public boolean acquireToCollect() throws InterruptedException {
    return concurrencyLimit.acquire(() -> !buying.isAbandoned());
  }

  /** Releases the slot once the provider has finished. */
  public void release() {
    concurrencyLimit.release();
  }

  /** Waits for a permit to poll an accepted render; false if waiting was abandoned. */
  public boolean awaitPollPermit() throws InterruptedException {
    return buying.waitToCollect(Duration.ofNanos(polls.next()));
  }

  /** Waits for a permit to upload a photo; false if buying has stopped. */
  public boolean awaitUploadPermit() throws InterruptedException {
    do {
      if (!buying.waitToBuy(uploads.next())) return false;
    } while (uploads.paused());
    return true;
  }

  /** Pauses after an upload was rejected as busy; uploads hold no slot, so their number stays. */
  public void busyAtUpload(Duration asked) {
    buying.paused(slowDown(asked));
  }

  /**
   * Adapts to an answer: the number of slots, the pause, and whether buying goes on.
   *
   * @param sentAt when its request was sent, by {@link System#nanoTime}
   */
  public void onOutcome(RenderOutcome outcome, long sentAt) {
    buying.paused(learn(outcome, sentAt));
  }

  /** Adapts to the answer; returns for how long nothing is sent because of it. */
  private synchronized Duration learn(RenderOutcome outcome, long sentAt) {
    breaker
        .onOutcome(outcome, sentAt)
        .ifPresent(reason -> buying.stop(new Outage(Cause.OUTAGE, reason)));
    if (outcome instanceof Busy busy) {
      if (busy.onlyThisRow()) return Duration.ZERO;
      concurrencyLimit.onRejected();
      return slowDown(busy.pause());
    }
    if (outcome instanceof NotSent) return Duration.ZERO;
    busyInARow = 0;
    // Stops before the slot is released, or the next request would get the same answer.
    if (outcome instanceof EndpointUnusable endpointUnusable)
      buying.stop(StopReason.of(endpointUnusable));
    if (outcome instanceof EndpointUnusable || outcome instanceof Unsure) return Duration.ZERO;
    if (!proven) concurrencyLimit.useAllSlots();
    proven = true;
    concurrencyLimit.onAccepted();
    return Duration.ZERO;
  }

  /** Records how long a render took, from sending until the provider had finished. */
  public void recordDuration(Duration time) {
    buying.recordDuration(time);
  }

  /** The number of renders that are queued at the provider now. */
  public int inFlight() {
    return concurrencyLimit.held();
  }

  private synchronized Duration slowDown(Duration asked) {
    var now = System.nanoTime();
    if (busyInARow == 0) busySince = now;
    if (now - busySince > delays.onlyBusy().toNanos()) {
      buying.stop(new Outage(Cause.BUSY, "nothing but \"busy\" for " + delays.onlyBusy()));
    }
    // Several rejections at the same time count as one.
    var pause = asked.isZero() && !creates.paused() ? Duration.ofNanos(randomizedBackoff()) : asked;
    busyInARow++;
    creates.pause(pause.toNanos());
    uploads.pause(pause.toNanos());
    return pause;
  }

  private long randomizedBackoff() {
    var doubled = delays.busy().toNanos() << Math.min(busyInARow, 10);
    var most = Math.min(doubled, delays.busyMost().toNanos());
    return most - ThreadLocalRandom.current().nextLong(most / 4 + TimeUnit.MICROSECONDS.toNanos(1));
  }
}
