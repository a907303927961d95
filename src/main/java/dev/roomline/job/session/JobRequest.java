package dev.roomline.job.session;

import dev.roomline.jobfile.JobFile;
import dev.roomline.render.limits.RetryDelays;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a command asks for.
 *
 * @param fresh pay for every render again
 * @param limit the most renders to pay for in this run
 * @param lockWait how long to wait for another run that uses the state
 * @param grace how long an interrupted run waits for calls in flight
 */
public record JobRequest(
    JobFile jobFile,
    EndpointAccess access,
    boolean fresh,
    OptionalLong limit,
    Duration lockWait,
    Duration grace,
    Timing timing) {

  /** What may be paid for, by the job file's budget and the limit of this run. */
  public BudgetRules budgetRules() {
    return new BudgetRules(jobFile, limit);
  }

  /** The clock and the delays of a run; tests use their own. */
  public record Timing(Clock clock, RetryDelays delays) {
    /** The system clock and the usual delays. */
    public static Timing usual() {
      return new Timing(Clock.systemUTC(), RetryDelays.usual());
    }
  }
}
