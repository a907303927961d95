package dev.roomline.render.limits;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.ledger.BudgetUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Why the buying ended, as a value; the sentence for it is made where it is shown. */
public sealed interface StopReason {

  /** Which reason is told first, and decides the exit code, where there are several. */
  List<Class<? extends StopReason>> GRAVEST_FIRST = List.of(
      Broken.class,
      WrongAddress.class,
      AccountRefused.class,
      Outage.class,
      Interrupted.class,
      BudgetUsed.class,
      WindowEnded.class);

  /** The cause that rows show which are not bought because of it. */
  Cause cause();

  /** Something of ours failed; the render that met it carries the failure. */
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

  /** Every further request would be turned away as this one was. */
  static StopReason of(EndpointUnusable endpointUnusable) {
    return endpointUnusable.cause() == Cause.ADDRESS
        ? new WrongAddress(endpointUnusable.reason())
        : new AccountRefused(endpointUnusable.cause(), endpointUnusable.reason());
  }
}
