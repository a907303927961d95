package dev.roomline.images;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Admits decoders in their order, as long as the heap holds what they need together. */
final class DecodingBudget {
  private static final int UNIT = 1024;
  private static final int SHARE = 3; // of the heap: one third

  /** One heap, one bound. */
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

  /** Works once there is room; what needs more than there ever is works alone. */
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
