package dev.roomline.ledger;

import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits what many workers write at the same moment as one transaction of its own. Nobody's write
 * returns before it is durable; one that fails takes nothing from the others.
 */
final class GroupCommit {
  private static final int MOST = 256;

  private final TransactionTemplate alone;
  private final TransactionTemplate savepoint;
  private final ReentrantLock writing = new ReentrantLock();
  private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();

  GroupCommit(PlatformTransactionManager transactions) {
    this.alone = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.savepoint = template(transactions, TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Runs the statements and commits them, whatever transaction the caller is in. */
  <T> T write(Supplier<T> statements) {
    var mine = new Write<>(statements);
    waiting.add(mine);
    // Whoever comes first writes for all who wait; the others find their work done.
    while (!mine.done) {
      writing.lock();
      try {
        if (!mine.done) writeAll();
      } finally {
        writing.unlock();
      }
    }
    return mine.result();
  }

  private void writeAll() {
    var group = new ArrayList<Write<?>>(MOST); // what is taken from the queue must find room
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      if (group.size() == MOST) break;
    }
    try {
      alone.executeWithoutResult(tx -> group.forEach(this::run));
    } catch (RuntimeException | Error e) {
      group.forEach(write -> write.failure = e);
    } finally {
      group.forEach(write -> write.done = true);
    }
  }

  private void run(Write<?> write) {
    try {
      savepoint.executeWithoutResult(tx -> write.run());
    } catch (RuntimeException | Error e) {
      write.failure = e;
    }
  }

  private static TransactionTemplate template(PlatformTransactionManager manager, int propagation) {
    var template = new TransactionTemplate(manager);
    template.setPropagationBehavior(propagation);
    return template;
  }

  private static final class Write<T> {
    private final Supplier<T> statements;
    private @Nullable T value;
    private volatile @Nullable Throwable failure;
    private volatile boolean done;

    Write(Supplier<T> statements) {
      this.statements = statements;
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
