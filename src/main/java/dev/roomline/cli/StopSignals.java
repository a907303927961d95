package dev.roomline.cli;

import dev.roomline.failure.Exit;
import dev.roomline.job.run.StopSwitch;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * Ctrl-C and SIGTERM end a run in good order. A shutdown hook could not: while one runs, the JVM
 * takes no second signal, and a hook cannot tell which signal it was.
 */
final class StopSignals {
  private static final Map<String, Exit> ENDS =
      Map.of("INT", Exit.INTERRUPTED, "TERM", Exit.TERMINATED);

  private StopSignals() {}

  /** A first signal pulls the switch; a second one, or one before the run began, ends at once. */
  static void pull(StopSwitch stop) {
    var times = new AtomicInteger();
    ENDS.forEach((name, exit) -> Signals.register(name, () -> {
      var first = times.incrementAndGet() == 1;
      if (!stop.pull(exit) || !first) Runtime.getRuntime().halt(exit.code());
    }));
  }
}
