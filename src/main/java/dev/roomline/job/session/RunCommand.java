package dev.roomline.job.session;

import dev.roomline.jobfile.JobSheet;
import dev.roomline.render.limits.Waits;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a person or a script asked for.
 *
 * @param fresh buy everything anew
 * @param limit the most renders to buy this time
 * @param lockWait how long to wait for another run that holds the state
 * @param grace how long an interrupted run waits for calls in flight
 */
public record RunCommand(
    JobSheet sheet,
    Counter counter,
    boolean fresh,
    OptionalLong limit,
    Duration lockWait,
    Duration grace,
    Pulse pulse) {

  /** The time by which a run lives; tests bring their own. */
  public record Pulse(Clock clock, Waits waits) {
    public static Pulse usual() {
      return new Pulse(Clock.systemUTC(), Waits.usual());
    }
  }
}
