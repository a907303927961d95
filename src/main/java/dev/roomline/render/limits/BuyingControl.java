package dev.roomline.render.limits;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Door;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.NotSent;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whether the run still buys, and whether it still waits.
 *
 * <p>Buying ends once and for all reasons alike: calls in flight answer, accepted renders are
 * collected. Letting go ends that waiting too.
 */
public final class BuyingControl {

  /** What ends the buying. */
  public enum Why {
    /** Something broke under us; the render that met it carries the cause. */
    BROKEN(Cause.INTERRUPTED),
    /** The endpoint does not live where the sheet says. */
    ADDRESS(Cause.ADDRESS),
    /** Key, credit or plan were refused. */
    ACCOUNT(Cause.KEY),
    /** The endpoint is not usable at present. */
    ENDPOINT(Cause.OUTAGE),
    /** A person or the system asked to stop. */
    SIGNAL(Cause.INTERRUPTED),
    /** Budget or limit are used up. */
    BUDGET(Cause.BUDGET),
    /** What is bought now would not be ready in time. */
    WINDOW(Cause.WINDOW);

    private final Cause cause;

    Why(Cause usual) {
      this.cause = usual;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Why, String> reasons = new EnumMap<>(Why.class);
  private final CopyOnWriteArrayList<Runnable> whenStopped = new CopyOnWriteArrayList<>();
  private volatile @Nullable NotSent first;
  private volatile @Nullable BuyingDeadline deadline;
  private volatile boolean stopped;
  private volatile boolean lettingGo;

  /** Ends the buying. Further reasons are kept beside the first. */
  public void stop(Why why, String words) {
    stop(why, why.cause, words);
  }

  /** Ends the buying for a cause that says more than the reason does. */
  void stop(Why why, Cause cause, String words) {
    lock.lock();
    try {
      reasons.putIfAbsent(why, words);
      if (first == null) first = new NotSent(cause, words);
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    whenStopped.forEach(Runnable::run);
  }

  /** Ends the buying because every further request would be turned away. */
  public void stop(EndpointUnusable endpointUnusable) {
    var why = endpointUnusable.door() == Door.ADDRESS ? Why.ADDRESS : Why.ACCOUNT;
    stop(why, endpointUnusable.door().cause(), endpointUnusable.reason());
  }

  /** From now on nothing is bought that is not expected by then. */
  public void endBy(BuyingDeadline deadline) {
    this.deadline = deadline;
  }

  /** Whether a render may be bought now; if it would not be ready in time, the buying ends. */
  public boolean inTime() {
    var by = deadline;
    if (by != null && !by.fits()) stop(Why.WINDOW, by.reason());
    return open();
  }

  /** A render lasted so long, from its sending until the vendor had finished. */
  void lasted(Duration time) {
    var by = deadline;
    if (by != null) by.took(time);
  }

  /** Ends the waiting as well: what is unanswered stays as the books have it. */
  public void letGo() {
    lock.lock();
    try {
      lettingGo = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    whenStopped.forEach(Runnable::run);
  }

  /** Ends the waiting once that time is over. */
  public void letGoAfter(Duration grace) {
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS).execute(this::letGo);
  }

  /** True once a person or the system asked to stop. */
  public boolean isInterrupted() {
    return stopped && reasons().containsKey(Why.SIGNAL);
  }

  /** True until something ends the buying. */
  public boolean open() {
    return !stopped;
  }

  /** True once nothing is waited for any more. */
  public boolean lettingGo() {
    return lettingGo;
  }

  /** Why the buying ended, with the words for each reason; empty while it goes on. */
  public Map<Why, String> reasons() {
    lock.lock();
    try {
      return Collections.unmodifiableMap(new EnumMap<>(reasons));
    } finally {
      lock.unlock();
    }
  }

  /** What becomes of a row that is not bought, for the reason that came first. */
  public NotSent unsent() {
    var known = first;
    return known == null ? new NotSent(Cause.INTERRUPTED, "") : known;
  }

  /** Called, perhaps more than once, when buying or waiting ends. */
  public void onStop(Runnable listener) {
    whenStopped.add(listener);
  }

  /** Waits; false as soon as nothing is bought any more. */
  public boolean waitToBuy(long nanos) throws InterruptedException {
    return await(nanos, false);
  }

  /** Waits; false as soon as nothing is waited for any more. */
  public boolean waitToCollect(Duration time) throws InterruptedException {
    return await(time.toNanos(), true);
  }

  private boolean await(long nanos, boolean whileStopped) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = nanos;
      while (!over(whileStopped)) {
        if (left <= 0) return true;
        left = changed.awaitNanos(left);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean over(boolean whileStopped) {
    return lettingGo || (stopped && !whileStopped);
  }
}
