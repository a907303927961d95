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
 * Stops the buying of a run, and later the waiting for what it bought.
 *
 * <p>Whatever the reason, buying stops once: calls in flight are still answered, and accepted renders
 * are collected. {@link #abandon} ends that waiting too.
 */
public final class BuyingControl {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Class<?>, StopReason> reasons = new HashMap<>();
  private final CopyOnWriteArrayList<Runnable> stopListeners = new CopyOnWriteArrayList<>();
  private final PauseNews pauses = new PauseNews(System::nanoTime);
  private volatile @Nullable StopReason first;
  private volatile @Nullable BuyingDeadline deadline;
  private volatile boolean stopped;
  private volatile boolean abandoned;

  /** Stops buying. Further reasons are kept beside the first. */
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
    stopListeners.forEach(Runnable::run);
  }

  /** Sets the deadline: nothing is bought that would not be ready in time. */
  public void endBy(BuyingDeadline deadline) {
    this.deadline = deadline;
  }

  /** Stops buying if a render that is bought now would not be ready in time. */
  public void stopIfTooLate() {
    var by = deadline;
    if (by != null && !by.fits()) stop(by.reason());
  }

  /**
   * Reports each pause of more than 10 s that a busy provider asks for.
   *
   * @param news gets a sentence, in the thread that got the provider's answer
   */
  public void onPause(Consumer<String> news) {
    pauses.readBy(news);
  }

  /** Reports that nothing is sent for so long, because the provider is busy. */
  void paused(Duration pause) {
    if (!stopped) pauses.paused(pause);
  }

  /** Records how long a render took, from sending until the provider had finished. */
  void recordDuration(Duration time) {
    var by = deadline;
    if (by != null) by.recordDuration(time);
  }

  /** Ends the waiting as well: unanswered purchases stay as the ledger has them. */
  public void abandon() {
    lock.lock();
    try {
      abandoned = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    stopListeners.forEach(Runnable::run);
  }

  /** Ends the waiting after that time. */
  public void abandonAfter(Duration grace) {
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
        .execute(this::abandon);
  }

  /** Whether buying has not stopped. */
  public boolean isBuying() {
    return !stopped;
  }

  /** Whether the waiting has ended too. */
  public boolean isAbandoned() {
    return abandoned;
  }

  /** Why buying stopped, the gravest reason first, one of each kind; empty while it goes on. */
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

  /** Adds a listener; it may be called more than once when buying or waiting ends. */
  public void onStop(Runnable listener) {
    stopListeners.add(listener);
  }

  /** Waits for so many nanoseconds; false as soon as buying has stopped. */
  public boolean waitToBuy(long nanos) throws InterruptedException {
    return await(nanos, false);
  }

  /** Waits for that time; false as soon as waiting was abandoned. */
  public boolean waitToCollect(Duration time) throws InterruptedException {
    return await(time.toNanos(), true);
  }

  private boolean await(long nanos, boolean whileStopped) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = nanos;
      while (!isOver(whileStopped)) {
        if (left <= 0) return true;
        left = changed.awaitNanos(left);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isOver(boolean whileStopped) {
    return abandoned || (stopped && !whileStopped);
  }
}
