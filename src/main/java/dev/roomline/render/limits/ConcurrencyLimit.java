package dev.roomline.render.limits;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The account's slots in the provider's queue: a request holds one from sending until the provider has
 * finished with it.
 *
 * <p>The number of slots shrinks when the provider says that it is full, and grows again while requests
 * are accepted, more slowly after each growth that went too far.
 */
final class ConcurrencyLimit {
  private static final int MIN_ACCEPTED_TO_GROW = 20;
  private static final int MAX_ACCEPTED_TO_GROW = 1280;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final int most;
  private int size;
  private int held;
  private int accepted;
  private boolean grown;
  private int acceptedToGrow = MIN_ACCEPTED_TO_GROW;

  /**
   * @param most slots the account has
   * @param first slots to begin with: 1 if the endpoint never answered before
   */
  ConcurrencyLimit(int most, int first) {
    this.most = most;
    this.size = first;
  }

  /** Waits for a slot and takes it; false as soon as {@code wanted} is false. */
  boolean acquire(BooleanSupplier wanted) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (wanted.getAsBoolean()) {
        if (held < size) {
          held++;
          return true;
        }
        freed.await();
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  void release() {
    change(() -> held--);
  }

  /** Wakes all waiting threads, so that they ask {@code wanted} again. */
  void wake() {
    change(() -> {});
  }

  /** Shrinks to what the provider holds besides the rejected request, as it is full. */
  void onRejected() {
    change(() -> {
      if (grown && accepted < acceptedToGrow)
        acceptedToGrow = Math.min(MAX_ACCEPTED_TO_GROW, 2 * acceptedToGrow);
      else if (accepted >= MIN_ACCEPTED_TO_GROW) acceptedToGrow = MIN_ACCEPTED_TO_GROW;
      size = Math.max(1, Math.min(size, held - 1));
      grown = false;
      accepted = 0;
    });
  }

  /** Counts an accepted request, and grows by one slot after enough of them. */
  void onAccepted() {
    change(() -> {
      accepted++;
      if (size < most && accepted >= acceptedToGrow) {
        size++;
        grown = true;
        accepted = 0;
      }
    });
  }

  /** Allows all slots at once, after the first answer of the endpoint. */
  void useAllSlots() {
    change(() -> size = most);
  }

  int held() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
