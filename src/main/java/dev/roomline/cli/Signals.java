package dev.roomline.cli;

import dev.roomline.job.Exit;
import dev.roomline.job.StopSwitch;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * Ctrl-C and SIGTERM end a run in good order. A shutdown hook could not: while one runs, the JVM
 * takes no second signal, and cannot tell which one it was.
 */
final class Signals {
  private static final Map<String, Exit> ENDS =
      Map.of("INT", Exit.INTERRUPTED, "TERM", Exit.TERMINATED);

  private Signals() {}

  /** A first signal pulls the switch; a second one, or one before the run began, ends at once. */
  static void pull(StopSwitch stop) {
    var times = new AtomicInteger();
    ENDS.forEach((name, exit) -> Signal.handle(new Signal(name), signal -> {
      var first = times.incrementAndGet() == 1;
      if (!stop.pull(exit) || !first) Runtime.getRuntime().halt(exit.code());
    }));
  }
}
