package dev.roomline.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that is done beside the caller's. */
final class Beside {
  private Beside() {}

  /** Waits for it, and throws what it threw. */
  static <T> T await(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error error) throw error;
      throw e;
    }
  }
}
