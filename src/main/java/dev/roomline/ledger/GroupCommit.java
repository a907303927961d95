package dev.roomline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits what many workers write at the same moment as one transaction of its own. Nobody's write
 * returns before it is durable; one that fails takes nothing from the others. While they keep coming
 * it waits a moment for more: a commit costs the same for one and for many.
 */
final class GroupCommit {
  private static final int MOST = 256;

  /** The more there were last time, the longer it pays to wait: a quarter of a millisecond each. */
  private static final long GATHERING = TimeUnit.MICROSECONDS.toNanos(250);

  /** Nothing beside the seconds that a render takes. */
  private static final long MOST_GATHERING = TimeUnit.MILLISECONDS.toNanos(5);

  private final TransactionTemplate alone;
  private final ReentrantLock writing = new ReentrantLock();
  private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();
  private int company;

  GroupCommit(PlatformTransactionManager transactions) {
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Runs the statements and commits them, whatever transaction the caller is in. */
  <T> T write(Supplier<T> statements) {
    var mine = new Write<>(statements);
    waiting.add(mine);
    // Whoever finds nobody writing writes for all who wait; the others sleep until it is done.
    while (!mine.done) {
      if (writing.tryLock()) writeForAll(mine);
      else mine.sleep();
    }
    return mine.result();
  }

  private void writeForAll(Write<?> mine) {
    try {
      if (!mine.done) writeAll();
    } finally {
      writing.unlock();
    }
    var next = waiting.peek();
    if (next != null) next.wake();
  }

  private void writeAll() {
    if (company > 1) LockSupport.parkNanos(Math.min(MOST_GATHERING, company * GATHERING));
    var group = new ArrayList<Write<?>>(MOST); // what is taken from the queue must find room
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      if (group.size() == MOST) break;
    }
    company = group.size();
    try {
      commit(group);
    } finally {
      group.forEach(Write::finish);
    }
  }

  private void commit(List<Write<?>> group) {
    try {
      alone.executeWithoutResult(tx -> group.forEach(Write::run));
    } catch (TransactionException | Error e) {
      group.forEach(write -> write.failure = e);
    } catch (RuntimeException e) {
      // Nothing of it was committed; alone each shows whether the fault is its own.
      if (group.size() > 1) group.forEach(write -> commit(List.of(write)));
      else group.get(0).failure = e;
    }
  }

  private static final class Write<T> {
    private final Supplier<T> statements;
    private @Nullable T value;
    private volatile @Nullable Throwable failure;
    private final Semaphore awake = new Semaphore(0);
    private volatile boolean done;

    Write(Supplier<T> statements) {
      this.statements = statements;
    }

    /** Until it is done, or its turn to write. */
    void sleep() {
      awake.acquireUninterruptibly();
    }

    void wake() {
      awake.release();
    }

    void finish() {
      done = true;
      wake();
    }

    void run() {
      value = statements.get();
    }

    T result() {
      var cause = failure;
      if (cause instanceof Error error) throw error;
      if (cause instanceof RuntimeException exception) throw exception;
      if (value == null) throw new IllegalStateException("written without a result");
      return value;
    }
  }
}
