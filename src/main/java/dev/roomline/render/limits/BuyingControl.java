package dev.roomline.render.limits;

import static dev.roomline.render.limits.StopReason.GRAVEST_FIRST;

import dev.roomline.render.limits.StopReason.Interrupted;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the run still buys, and whether it still waits.
 *
 * <p>Buying ends once and for all reasons alike: calls in flight answer, accepted renders are
 * collected. Letting go ends that waiting too.
 */
public final class BuyingControl {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Class<?>, StopReason> reasons = new HashMap<>();
  private final CopyOnWriteArrayList<Runnable> whenStopped = new CopyOnWriteArrayList<>();
  private final PauseNews pauses = new PauseNews(System::nanoTime);
  private volatile @Nullable StopReason first;
  private volatile @Nullable BuyingDeadline deadline;
  private volatile boolean stopped;
  private volatile boolean abandoned;

  /** Ends the buying. Further reasons are kept beside the first. */
  public void stop(StopReason reason) {
    lock.lock();
    try {
      reasons.putIfAbsent(reason.getClass(), reason);
      if (first == null) first = reason;
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    whenStopped.forEach(Runnable::run);
  }

  /** From now on nothing is bought that is not expected by then. */
  public void endBy(BuyingDeadline deadline) {
    this.deadline = deadline;
  }

  /** Ends the buying if a render that is bought now would not be ready in time. */
  public void stopIfTooLate() {
    var by = deadline;
    if (by != null && !by.fits()) stop(by.reason());
  }

  /**
   * Tells of each pause of more than 10 s that a busy provider asks for.
   *
   * @param news gets a sentence, in the thread that met the provider's answer
   */
  public void onPause(Consumer<String> news) {
    pauses.readBy(news);
  }

  /** Nothing is sent for so long, because the provider is busy. */
  void paused(Duration pause) {
    if (!stopped) pauses.paused(pause);
  }

  /** A render lasted so long, from its sending until the provider had finished. */
  void recordDuration(Duration time) {
    var by = deadline;
    if (by != null) by.recordDuration(time);
  }

  /** Ends the waiting as well: what is unanswered stays as the books have it. */
  public void abandon() {
    lock.lock();
    try {
      abandoned = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    whenStopped.forEach(Runnable::run);
  }

  /** Ends the waiting once that time is over. */
  public void abandonAfter(Duration grace) {
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
        .execute(this::abandon);
  }

  /** True until something ends the buying. */
  public boolean isBuying() {
    return !stopped;
  }

  /** True once nothing is waited for any more. */
  public boolean isAbandoned() {
    return abandoned;
  }

  /** Why the buying ended, the gravest reason first, one of each kind; empty while it goes on. */
  public List<StopReason> reasons() {
    lock.lock();
    try {
      return GRAVEST_FIRST.stream().map(reasons::get).filter(Objects::nonNull).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Whether a person or the system asked to stop. */
  public boolean isInterrupted() {
    return reasons().stream().anyMatch(Interrupted.class::isInstance);
  }

  /** Why a row is not bought: the reason that came first. */
  public StopReason firstReason() {
    var known = first;
    return known == null ? new Interrupted() : known;
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
    return abandoned || (stopped && !whileStopped);
  }
}
