package dev.roomline.render.limits;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.ledger.BudgetUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Why buying stopped, as a value; {@code report} makes the sentence for it. */
public sealed interface StopReason {

  /** The order of reasons: the first one is shown first and decides the exit code. */
  List<Class<? extends StopReason>> GRAVEST_FIRST = List.of(
      Broken.class,
      WrongAddress.class,
      AccountRefused.class,
      Outage.class,
      Interrupted.class,
      BudgetUsed.class,
      WindowEnded.class);

  /** The cause that is shown for rows which are not bought because of it. */
  Cause cause();

  /** An error of our own; the render that met it carries the exception. */
  record Broken(String failure) implements StopReason {
    @Override
    public Cause cause() {
      return Cause.INTERRUPTED;
    }
  }

  /** The endpoint is not at the address that the job file names. */
  record WrongAddress(String answer) implements StopReason {
    @Override
    public Cause cause() {
      return Cause.ADDRESS;
    }
  }

  /** The provider refused key, credit or plan. */
  record AccountRefused(Cause cause, String answer) implements StopReason {}

  /** The endpoint is not usable at present. */
  record Outage(Cause cause, String description) implements StopReason {}

  /** A person or the system asked to stop. */
  record Interrupted() implements StopReason {
    @Override
    public Cause cause() {
      return Cause.INTERRUPTED;
    }
  }

  /** Budget or limit are used up. */
  record BudgetUsed(BudgetUsage usage) implements StopReason {
    @Override
    public Cause cause() {
      return Cause.BUDGET;
    }
  }

  /**
   * What is bought now would not be ready before the time window ends.
   *
   * @param left the time to its end; not positive once it is over
   * @param expected how long a render takes
   */
  record WindowEnded(Instant end, Duration left, Duration expected) implements StopReason {
    @Override
    public Cause cause() {
      return Cause.WINDOW;
    }
  }

  /** The reason to stop after an answer that every further request would get too. */
  static StopReason of(EndpointUnusable endpointUnusable) {
    return endpointUnusable.cause() == Cause.ADDRESS
        ? new WrongAddress(endpointUnusable.reason())
        : new AccountRefused(endpointUnusable.cause(), endpointUnusable.reason());
  }
}
