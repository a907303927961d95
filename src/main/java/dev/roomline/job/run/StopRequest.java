package dev.roomline.job.run;

import dev.roomline.failure.ExitCode;
import org.jspecify.annotations.Nullable;

/** How the outside asks a run to end: from a signal, at any moment. */
public final class StopRequest {
  private @Nullable ExitCode isRequested;
  private @Nullable Runnable run;

  /**
   * Asks the run to end in good order.
   *
   * @param as {@link ExitCode#INTERRUPTED} or {@link ExitCode#TERMINATED}
   * @return false if no run is on that could do so
   */
  public synchronized boolean request(ExitCode as) {
    if (isRequested == null) {
      isRequested = as;
      if (run != null) run.run();
    }
    return run != null;
  }

  /** Whether someone is in a hurry. */
  synchronized boolean isRequested() {
    return isRequested != null;
  }

  /** What it was pulled as; null if it was not. */
  synchronized @Nullable ExitCode requestedAs() {
    return isRequested;
  }

  /** A run is on, and hears of it. */
  synchronized void register(Runnable listener) {
    run = listener;
    if (isRequested != null) listener.run();
  }

  /** The run is over. */
  synchronized void unregister() {
    run = null;
  }
}
