package dev.roomline.job.run;

import dev.roomline.failure.Exit;
import org.jspecify.annotations.Nullable;

/** How the outside asks a run to end: from a signal, at any moment. */
public final class StopSwitch {
  private @Nullable Exit pulled;
  private @Nullable Runnable run;

  /**
   * Asks the run to end in good order.
   *
   * @param as {@link Exit#INTERRUPTED} or {@link Exit#TERMINATED}
   * @return false if no run is on that could do so
   */
  public synchronized boolean pull(Exit as) {
    if (pulled == null) {
      pulled = as;
      if (run != null) run.run();
    }
    return run != null;
  }

  /** Whether someone is in a hurry. */
  synchronized boolean pulled() {
    return pulled != null;
  }

  /** What it was pulled as; null if it was not. */
  synchronized @Nullable Exit pulledAs() {
    return pulled;
  }

  /** A run is on, and hears of it. */
  synchronized void heardBy(Runnable listener) {
    run = listener;
    if (pulled != null) listener.run();
  }

  /** The run is over. */
  synchronized void unheard() {
    run = null;
  }
}
