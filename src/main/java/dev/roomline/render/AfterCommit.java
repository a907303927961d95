package dev.roomline.render;

import dev.roomline.domain.DaemonThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Continues a render after its ledger write has committed, so that the worker that sent it can take
 * the next row meanwhile. It has its own thread, as the thread that writes must not wait either.
 */
final class AfterCommit {
  private final ExecutorService thread;

  AfterCommit() {
    this.thread = Executors.newSingleThreadExecutor(DaemonThreads.numbered("after-commit"));
  }

  /**
   * Runs a step in this class's thread once a write has committed.
   *
   * @param onFailure runs if the write or the step failed
   * @param always runs last in any case
   */
  <T> void runAfter(
      CompletableFuture<T> written,
      Consumer<T> onSuccess,
      Consumer<Throwable> onFailure,
      Runnable always) {
    var unused = written
        .thenAcceptAsync(onSuccess, thread)
        .exceptionally(failure -> {
          var cause = failure instanceof CompletionException ? failure.getCause() : failure;
          onFailure.accept(cause == null ? failure : cause);
          return null;
        })
        .thenRun(always);
  }

  void close() {
    thread.shutdown();
  }
}
