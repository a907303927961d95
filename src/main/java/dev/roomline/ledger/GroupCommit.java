package dev.roomline.ledger;

import dev.roomline.domain.DaemonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits the writes of many workers in the order in which they arrive: one transaction after the
 * other, each with all writes that wait by then, as a commit costs the same for one and for many. A
 * write counts as written only when it is durable; a write that fails does not affect the others.
 */
final class GroupCommit {
  private static final int MOST = 256;

  private final TransactionTemplate transaction;
  private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();
  private final List<Write<?>> group = new ArrayList<>(MOST);

  /** The only thread that writes; it ends when there is nothing to write. */
  private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
      1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DaemonThreads.numbered("ledger"));

  GroupCommit(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
    writer.allowCoreThreadTimeOut(true);
  }

  /** Runs the statements and commits them, whatever transaction the caller is in. */
  <T> T write(Supplier<T> statements) {
    return written(begin(statements));
  }

  /** Queues the statements; no later ones become durable before them. */
  <T> CompletableFuture<T> begin(Supplier<T> statements) {
    var write = new Write<>(statements);
    waiting.add(write);
    writer.execute(this::writeAll);
    return write.durable;
  }

  /** Waits until the write is durable, even if interrupted; throws the exception it failed with. */
  static <T> T written(CompletableFuture<T> write) {
    try {
      return write.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) throw error;
      if (e.getCause() instanceof RuntimeException exception) throw exception;
      throw e;
    }
  }

  private void writeAll() {
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      if (group.size() == MOST) break;
    }
    try {
      if (!group.isEmpty()) commit(group);
    } catch (Error e) {
      group.forEach(write -> write.fail(e)); // or its callers would wait for ever
    } finally {
      group.clear();
    }
  }

  private void commit(List<Write<?>> writes) {
    try {
      transaction.executeWithoutResult(tx -> writes.forEach(Write::run));
      writes.forEach(Write::succeed);
    } catch (TransactionException e) {
      writes.forEach(write -> write.fail(e));
    } catch (RuntimeException e) {
      // Nothing was committed. Each write is tried alone, so that only the faulty one fails.
      if (writes.size() > 1) writes.forEach(write -> commit(List.of(write)));
      else writes.get(0).fail(e);
    }
  }

  private static final class Write<T> {
    private final Supplier<T> statements;
    private final CompletableFuture<T> durable = new CompletableFuture<>();
    private @Nullable T value;

    Write(Supplier<T> statements) {
      this.statements = statements;
    }

    void run() {
      value = Objects.requireNonNull(statements.get(), "written without a result");
    }

    void succeed() {
      durable.complete(value);
    }

    void fail(Throwable cause) {
      durable.completeExceptionally(cause);
    }
  }
}
