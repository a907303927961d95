package dev.roomline.render;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** How many renders are not done yet, and those who wait until there are fewer. */
final class Backlog {
  private final int most;
  private final AtomicInteger size = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();

  /**
   * @param most so many, and nobody finds room
   */
  Backlog(int most) {
    this.most = most;
  }

  void add() {
    size.incrementAndGet();
  }

  void remove() {
    // Whoever finds room takes it: one at a time, or all would come for each.
    if (size.decrementAndGet() < most) wake(room::signal);
  }

  int size() {
    return size.get();
  }

  /** Waits for room; false as soon as nobody wants it any more. */
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

  /** Makes everybody look again whether they still want room. */
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
