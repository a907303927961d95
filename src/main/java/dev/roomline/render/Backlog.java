package dev.roomline.render;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Counts renders that are not done yet, and lets threads wait until there are fewer. */
final class Backlog {
  private final int most;
  private final AtomicInteger size = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();

  /**
   * @param most at this size threads have to wait
   */
  Backlog(int most) {
    this.most = most;
  }

  void add() {
    size.incrementAndGet();
  }

  void remove() {
    // One thread is woken for one place, or all would wake for each.
    if (size.decrementAndGet() < most) wake(room::signal);
  }

  int size() {
    return size.get();
  }

  /** Waits for room; false as soon as {@code wanted} is false. */
  boolean awaitRoom(BooleanSupplier wanted) throws InterruptedException {
    if (size() < most) return wanted.getAsBoolean();
    lock.lockInterruptibly();
    try {
      while (size() >= most && wanted.getAsBoolean()) room.await();
      return wanted.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }

  /** Wakes all waiting threads, so that they ask {@code wanted} again. */
  void wakeAll() {
    wake(room::signalAll);
  }

  private void wake(Runnable signal) {
    lock.lock();
    try {
      signal.run();
    } finally {
      lock.unlock();
    }
  }
}
