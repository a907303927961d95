package dev.roomline.render;

import dev.roomline.domain.DaemonThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Goes on with what is being written down, once it is: whoever sent it need not wait for the books
 * and takes the next row meanwhile. A thread of its own, as the one that writes may not wait either.
 */
final class AfterCommit {
  private final ExecutorService thread;

  AfterCommit() {
    this.thread = Executors.newSingleThreadExecutor(DaemonThreads.numbered("clerk"));
  }

  /**
   * Goes on with what was written once it is, in this thread.
   *
   * @param otherwise what is done where writing failed, or going on did
   * @param atLast done in any case
   */
  <T> void once(
      CompletableFuture<T> written,
      Consumer<T> then,
      Consumer<Throwable> otherwise,
      Runnable atLast) {
    var unused = written
        .thenAcceptAsync(then, thread)
        .exceptionally(failure -> {
          var cause = failure instanceof CompletionException ? failure.getCause() : failure;
          otherwise.accept(cause == null ? failure : cause);
          return null;
        })
        .thenRun(atLast);
  }

  void close() {
    thread.shutdown();
  }
}
