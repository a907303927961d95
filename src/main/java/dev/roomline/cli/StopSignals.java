package dev.roomline.cli;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.run.StopRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * Makes Ctrl-C, SIGTERM and SIGHUP (a closed terminal) end a run in good order. A shutdown hook could
 * not: while one runs, the JVM accepts no second signal, and a hook cannot tell which signal it was.
 */
final class StopSignals {
  private static final Map<String, ExitCode> ENDS =
      Map.of("INT", ExitCode.INTERRUPTED, "TERM", ExitCode.TERMINATED, "HUP", ExitCode.TERMINATED);

  private StopSignals() {}

  /** Handles signals: the first one stops the run in order; a second one, or one before it began, at once. */
  static void install(StopRequest stop) {
    var times = new AtomicInteger();
    ENDS.forEach((name, exit) -> Signals.register(name, () -> {
      var first = times.incrementAndGet() == 1;
      if (!stop.request(exit) || !first) Runtime.getRuntime().halt(exit.code());
    }));
  }
}
