package dev.roomline.render.limits;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The account's places in the provider's queue: one is held from sending a request until the provider
 * has finished with it.
 *
 * <p>Their number shrinks to what the provider took when it says that it is full, and regrows while
 * all is well, more slowly after each growth that went too far.
 */
final class ConcurrencyLimit {
  private static final int CALM = 20;
  private static final int MOST_CALM = 1280;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final int most;
  private int size;
  private int held;
  private int calm;
  private boolean grown;
  private int calmToGrow = CALM;

  /**
   * @param most places the account has
   * @param first places to begin with: 1 where the endpoint has still to prove itself
   */
  ConcurrencyLimit(int most, int first) {
    this.most = most;
    this.size = first;
  }

  /** Takes a place, waiting for one; false if it is not wanted any more. */
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

  /** Makes every waiting taker look again whether it still wants a place. */
  void wake() {
    change(() -> {});
  }

  /** The provider is full: what it holds besides the refused request is what it takes. */
  void onRejected() {
    change(() -> {
      if (grown && calm < calmToGrow) calmToGrow = Math.min(MOST_CALM, 2 * calmToGrow);
      else if (calm >= CALM) calmToGrow = CALM;
      size = Math.max(1, Math.min(size, held - 1));
      grown = false;
      calm = 0;
    });
  }

  /** The provider took a request. */
  void onAccepted() {
    change(() -> {
      calm++;
      if (size < most && calm >= calmToGrow) {
        size++;
        grown = true;
        calm = 0;
      }
    });
  }

  /** The endpoint has proved itself: all places at once. */
  void open() {
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
