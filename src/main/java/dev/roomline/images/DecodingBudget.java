package dev.roomline.images;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Limits the memory of decoders: it admits them in order while the heap has room for all. */
final class DecodingBudget {
  private static final int UNIT = 1024;
  private static final int SHARE = 3; // of the heap: one third

  /** Shared by all decoders of this process, as they share its heap. */
  private static final DecodingBudget OF_THIS_JVM =
      new DecodingBudget(Runtime.getRuntime().maxMemory() / SHARE);

  private final int most;
  private final Semaphore free;

  DecodingBudget(long bytes) {
    most = (int) Math.min(bytes / UNIT, Integer.MAX_VALUE);
    free = new Semaphore(most, true);
  }

  static DecodingBudget ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** Runs the work once so many bytes are free; work that needs more than the budget runs alone. */
  <T> T lend(long bytes, Callable<T> work) throws Exception {
    int units = (int) Math.max(1, Math.min(bytes / UNIT, most));
    free.acquireUninterruptibly(units);
    try {
      return work.call();
    } finally {
      free.release(units);
    }
  }
}
