package dev.roomline.job.session;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.state.RunStatus;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.time.Duration;
import java.util.function.Consumer;

/** One run at a time per state; the others are told who holds it. */
public final class StateAccess {
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private StateAccess() {}

  public static StateLock acquire(StateFolder state, Duration wait, Consumer<String> news)
      throws InterruptedException {
    // A status or a query holds it for a moment only, and leaves no sign of life.
    var lock = state.lock(state.runStatusFile().read().isPresent() ? Duration.ZERO : MOMENT);
    if (lock.isEmpty() && !wait.isZero()) {
      news.accept(holder(state) + "; waiting up to " + wait.toSeconds() + " s");
      lock = state.lock(wait);
    }
    return lock.orElseThrow(() -> new StartRefusedException(
        ExitCode.HELD, holder(state) + ". Wait for it (--wait 2h), or use another --state."));
  }

  /** Who holds it, in words. */
  public static String holder(StateFolder state) {
    return "the state "
        + state.path()
        + " is held by "
        + state.runStatusFile().read().map(StateAccess::describe).orElse("another process");
  }

  private static String describe(RunStatus run) {
    var text = "process %s, running %s since %s".formatted(run.pid(), run.jobFile(), run.since());
    var progress = run.progress();
    return progress == null
        ? text
        : text
            + " (%s of %s renders done, %s in flight)"
                .formatted(progress.done(), progress.renders(), progress.inFlight());
  }
}
