package dev.roomline.render.limits;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Closed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.render.RenderSettings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * What all workers share because the vendor counts by account: slots, pace, and the pause that a
 * busy vendor asks for.
 */
public final class Account {
  private final Slots slots;
  private final Pace creates;
  private final Pace departures;
  private final Pace polls;
  private final Pace uploads;
  private final Buying buying;
  private final Breaker breaker = new Breaker();
  private final Waits waits;
  private boolean proven;
  private int busyInARow;
  private long busySince;

  /**
   * @param proven whether this endpoint answered us before; if not, the first purchase goes alone
   */
  public Account(RenderSettings settings, Buying buying, boolean proven) {
    var limits = settings.limits();
    this.slots = new Slots(limits.inFlight(), proven ? limits.inFlight() : 1);
    this.creates = new Pace(limits.requestsPerMinute(), limits.burst(), System::nanoTime);
    this.departures = new Pace(limits.requestsPerMinute(), limits.burst(), System::nanoTime);
    var burst = Math.max(limits.burst(), limits.inFlight());
    this.polls = new Pace(limits.requestsPerMinute(), burst, System::nanoTime);
    this.uploads = new Pace(limits.requestsPerMinute(), burst, System::nanoTime);
    this.buying = buying;
    this.waits = settings.waits();
    this.proven = proven;
    buying.onStop(slots::wake);
  }

  /** Waits for a slot and a turn; false if nothing is bought any more. Leave afterwards. */
  public boolean enter() throws InterruptedException {
    if (!slots.acquire(buying::open)) return false;
    do {
      if (!buying.waitToBuy(creates.next())) {
        slots.release();
        return false;
      }
    } while (creates.paused());
    if (buying.inTime()) return true; // waiting may have taken long
    slots.release();
    return false;
  }

  /**
   * Lets a claimed purchase's request leave no sooner after others than the pace has it: turns come
   * evenly, but a process that has just begun takes longer from a turn to its sending.
   */
  public void depart() throws InterruptedException {
    var unused = buying.waitToCollect(Duration.ofNanos(departures.next()));
  }

  /** Waits for a slot for a render that is paid already; false if nothing is waited for. */
  public boolean enterToCollect() throws InterruptedException {
    return slots.acquire(() -> !buying.lettingGo());
  }

  /** Gives the slot back: the vendor has finished. */
  public void leave() {
    slots.release();
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
  public synchronized void busyAtUpload(Duration asked) {
    slowDown(asked);
  }

  /**
   * Learns from an answer: slots, pause, and whether to go on at all.
   *
   * @param sentAt when its request left, as {@link System#nanoTime} tells it
   */
  public synchronized void heard(RenderOutcome outcome, long sentAt) {
    breaker.heard(outcome, sentAt).ifPresent(words -> buying.stop(Buying.Why.ENDPOINT, words));
    if (outcome instanceof Busy busy) {
      if (busy.onlyThisRow()) return;
      slots.shrink();
      slowDown(busy.pause());
      return;
    }
    if (outcome instanceof NotSent) return;
    busyInARow = 0;
    // Before the slot is given back, or the next in line would knock at the same door.
    if (outcome instanceof Closed closed) buying.stop(closed);
    if (outcome instanceof Closed || outcome instanceof Unsure) return;
    if (!proven) slots.open();
    proven = true;
    slots.well();
  }

  /** A render lasted so long, from its sending until the vendor had finished. */
  public void lasted(Duration time) {
    buying.lasted(time);
  }

  /** Renders the vendor holds for us now. */
  public int inFlight() {
    return slots.held();
  }

  private void slowDown(Duration asked) {
    var now = System.nanoTime();
    if (busyInARow == 0) busySince = now;
    if (now - busySince > waits.onlyBusy().toNanos()) {
      buying.stop(Buying.Why.ENDPOINT, Cause.BUSY, "nothing but \"busy\" for " + waits.onlyBusy());
    }
    // Several refusals of one moment are one refusal.
    if (!asked.isZero()) pause(asked.toNanos());
    else if (!creates.paused()) pause(guess());
    busyInARow++;
  }

  private void pause(long nanos) {
    creates.pause(nanos);
    uploads.pause(nanos);
  }

  private long guess() {
    var doubled = waits.busy().toNanos() << Math.min(busyInARow, 10);
    var most = Math.min(doubled, waits.busyMost().toNanos());
    return most - ThreadLocalRandom.current().nextLong(most / 4 + TimeUnit.MICROSECONDS.toNanos(1));
  }
}
