package dev.roomline.job.run;

import dev.roomline.failure.ExitCode;
import org.jspecify.annotations.Nullable;

/** Asks a run to stop early, at any moment, such as when a signal comes. */
public final class StopRequest {
  private @Nullable ExitCode isRequested;
  private @Nullable Runnable run;

  /**
   * Asks the run to stop in good order.
   *
   * @param as {@link ExitCode#INTERRUPTED} or {@link ExitCode#TERMINATED}
   * @return false if no run is active that could stop
   */
  public synchronized boolean request(ExitCode as) {
    if (isRequested == null) {
      isRequested = as;
      if (run != null) run.run();
    }
    return run != null;
  }

  /** Whether a stop was asked for. */
  synchronized boolean isRequested() {
    return isRequested != null;
  }

  /** The exit code it was asked with; null if it was not. */
  synchronized @Nullable ExitCode requestedAs() {
    return isRequested;
  }

  /** Registers the active run, which is told at once if a stop was asked for before. */
  synchronized void register(Runnable listener) {
    run = listener;
    if (isRequested != null) listener.run();
  }

  /** Forgets the run: it has ended. */
  synchronized void unregister() {
    run = null;
  }
}
