package dev.roomline.job.session;

import dev.roomline.jobfile.JobFile;
import dev.roomline.render.limits.RetryDelays;
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
public record JobRequest(
    JobFile jobFile,
    EndpointAccess access,
    boolean fresh,
    OptionalLong limit,
    Duration lockWait,
    Duration grace,
    Timing timing) {

  /** What may be bought, by the job file's budget and the limit of this time. */
  public BudgetRules budgetRules() {
    return new BudgetRules(jobFile, limit);
  }

  /** The time by which a run lives; tests bring their own. */
  public record Timing(Clock clock, RetryDelays delays) {
    public static Timing usual() {
      return new Timing(Clock.systemUTC(), RetryDelays.usual());
    }
  }
}
