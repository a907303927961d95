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
 * What all workers share because the provider counts by account: slots, pace, and the pause that a
 * busy provider asks for.
 */
public final class AccountLimits {
  private final ConcurrencyLimit concurrencyLimit;
  private final RateLimiter creates;
  private final RateLimiter departures;
  private final RateLimiter polls;
  private final RateLimiter uploads;
  private final BuyingControl buying;
  private final CircuitBreaker breaker = new CircuitBreaker();
  private final RetryDelays delays;
  private boolean proven;
  private int busyInARow;
  private long busySince;

  /**
   * @param proven whether this endpoint answered us before; if not, the first purchase goes alone
   */
  public AccountLimits(
      LimitSettings limits, RetryDelays delays, BuyingControl buying, boolean proven) {
    this.concurrencyLimit = new ConcurrencyLimit(limits.inFlight(), proven ? limits.inFlight() : 1);
    this.creates = new RateLimiter(limits.requestsPerMinute(), limits.burst(), System::nanoTime);
    this.departures = new RateLimiter(limits.requestsPerMinute(), limits.burst(), System::nanoTime);
    var burst = Math.max(limits.burst(), limits.inFlight());
    this.polls = new RateLimiter(limits.requestsPerMinute(), burst, System::nanoTime);
    this.uploads = new RateLimiter(limits.requestsPerMinute(), burst, System::nanoTime);
    this.buying = buying;
    this.delays = delays;
    this.proven = proven;
    buying.onStop(concurrencyLimit::wake);
  }

  /** Waits for a slot and a turn; false if nothing is bought any more. Leave afterwards. */
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
   * Lets a claimed purchase's request leave no sooner after others than the pace has it: turns come
   * evenly, but a process that has just begun takes longer from a turn to its sending.
   */
  public void awaitSendTurn() throws InterruptedException {
    var unused = buying.waitToCollect(Duration.ofNanos(departures.next()));
  }

  /** Waits for a slot for a render that is paid already; false if nothing is waited for. */
  public boolean acquireToCollect() throws InterruptedException {
    return concurrencyLimit.acquire(() -> !buying.isAbandoned());
  }

  /** Gives the slot back: the provider has finished. */
  public void release() {
    concurrencyLimit.release();
  }

  /** Waits for a turn to ask for an accepted render; false if nothing is waited for. */
  public boolean turnToPoll() throws InterruptedException {
    return buying.waitToCollect(Duration.ofNanos(polls.next()));
  }

  /** Waits for a turn to upload a photo; false if nothing is bought any more. */
  public boolean turnToUpload() throws InterruptedException {
    do {
      if (!buying.waitToBuy(uploads.next())) return false;
    } while (uploads.paused());
    return true;
  }

  /** An upload was turned away; it held no slot, so it says nothing of their number. */
  public void busyAtUpload(Duration asked) {
    buying.paused(slowDown(asked));
  }

  /**
   * Learns from an answer: slots, pause, and whether to go on at all.
   *
   * @param sentAt when its request left, as {@link System#nanoTime} tells it
   */
  public void onOutcome(RenderOutcome outcome, long sentAt) {
    buying.paused(learn(outcome, sentAt));
  }

  /** Learns from it; returns how long nothing is sent because of it. */
  private synchronized Duration learn(RenderOutcome outcome, long sentAt) {
    breaker
        .onOutcome(outcome, sentAt)
        .ifPresent(words -> buying.stop(new Outage(Cause.OUTAGE, words)));
    if (outcome instanceof Busy busy) {
      if (busy.onlyThisRow()) return Duration.ZERO;
      concurrencyLimit.onRejected();
      return slowDown(busy.pause());
    }
    if (outcome instanceof NotSent) return Duration.ZERO;
    busyInARow = 0;
    // Before the slot is given back, or the next in line would knock at the same door.
    if (outcome instanceof EndpointUnusable endpointUnusable)
      buying.stop(StopReason.of(endpointUnusable));
    if (outcome instanceof EndpointUnusable || outcome instanceof Unsure) return Duration.ZERO;
    if (!proven) concurrencyLimit.open();
    proven = true;
    concurrencyLimit.onAccepted();
    return Duration.ZERO;
  }

  /** A render lasted so long, from its sending until the provider had finished. */
  public void recordDuration(Duration time) {
    buying.recordDuration(time);
  }

  /** Renders the provider holds for us now. */
  public int inFlight() {
    return concurrencyLimit.held();
  }

  private synchronized Duration slowDown(Duration asked) {
    var now = System.nanoTime();
    if (busyInARow == 0) busySince = now;
    if (now - busySince > delays.onlyBusy().toNanos()) {
      buying.stop(new Outage(Cause.BUSY, "nothing but \"busy\" for " + delays.onlyBusy()));
    }
    // Several refusals of one moment are one refusal.
    var pause = asked.isZero() && !creates.paused() ? Duration.ofNanos(guess()) : asked;
    busyInARow++;
    creates.pause(pause.toNanos());
    uploads.pause(pause.toNanos());
    return pause;
  }

  private long guess() {
    var doubled = delays.busy().toNanos() << Math.min(busyInARow, 10);
    var most = Math.min(doubled, delays.busyMost().toNanos());
    return most - ThreadLocalRandom.current().nextLong(most / 4 + TimeUnit.MICROSECONDS.toNanos(1));
  }
}
