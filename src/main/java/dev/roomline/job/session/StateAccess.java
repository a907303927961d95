package dev.roomline.job.session;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.state.RunStatus;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.time.Duration;
import java.util.function.Consumer;

/** Locks a state for one process at a time. The others are told which process uses it. */
public final class StateAccess {
  /** A status or a query uses the state no longer than that, mostly. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private StateAccess() {}

  /**
   * Locks a state for a command that can wait.
   *
   * @throws StartRefusedException if another process uses the state after that time
   */
  public static StateLock acquire(StateFolder state, Duration wait, Consumer<String> news)
      throws InterruptedException {
    var lock = state.lock(Duration.ZERO);
    if (lock.isPresent()) return lock.get();
    var time = wait.compareTo(moment(state)) > 0 ? wait : moment(state);
    if (!time.isZero()) {
      news.accept(holder(state) + ". Waiting up to " + time.toSeconds() + " s for it to end.");
      lock = state.lock(time);
    }
    return lock.orElseThrow(
        () -> new StartRefusedException(ExitCode.HELD, holder(state) + advice(wait)));
  }

  private static String advice(Duration waited) {
    return waited.isZero()
        ? ". Add --wait 2h to start when it ends."
        : ". It did not end within %d s: try again later, or raise --wait."
            .formatted(waited.toSeconds());
  }

  /** Locks a state for a command without {@code --wait}; otherwise as {@link #acquire}. */
  static StateLock acquireNow(StateFolder state) throws InterruptedException {
    return state
        .lock(moment(state))
        .orElseThrow(() ->
            new StartRefusedException(ExitCode.HELD, holder(state) + ". Try again when it ends."));
  }

  /** How long to wait in any case: not at all for a run, which alone writes {@code run.json}. */
  private static Duration moment(StateFolder state) {
    return state.runStatusFile().active().isPresent() ? Duration.ZERO : MOMENT;
  }

  /** A sentence, without its full stop, that tells which process uses the state. */
  public static String holder(StateFolder state) {
    return state
        .runStatusFile()
        .active()
        .map(run -> "Another run is using the state " + state.path() + ": " + describe(run))
        .orElse("Another command is using the state " + state.path());
  }

  private static String describe(RunStatus run) {
    var text = "process %s, job file %s, since %s".formatted(run.pid(), run.jobFile(), run.since());
    var progress = run.progress();
    return progress == null
        ? text
        : text
            + " (%s of %s renders done, %s in flight)"
                .formatted(progress.done(), progress.renders(), progress.inFlight());
  }
}
