package dev.roomline.render;

import java.time.Duration;

/**
 * Learns how much later than the provider's eta renders are ready. A first poll that comes too early
 * delays the next ones by a step; eight that are in time take the step back. So about one in nine
 * comes too early, however good the etas are.
 */
final class EtaCorrection {
  private static final Duration LEAST_STEP = Duration.ofMillis(25);
  private static final Duration SOON = Duration.ofMillis(100);
  private static final int STEPS_PER_ETA = 16;
  private static final int IN_TIME_PER_EARLY = 8;

  private Duration late = Duration.ZERO;

  /** The wait before the first poll of a render; zero if no eta is known. */
  synchronized Duration expected(Duration eta) {
    return eta.isZero() ? eta : eta.plus(late);
  }

  /** The wait before the next poll if the first one came too early. */
  Duration soonAfter(Duration eta) {
    return longer(SOON, eta.dividedBy(10));
  }

  /** Learns whether the first poll found the render ready. */
  synchronized void learn(Duration eta, boolean ready) {
    if (eta.isZero()) return;
    var step = longer(LEAST_STEP, eta.dividedBy(STEPS_PER_ETA));
    var next = ready ? late.minus(step.dividedBy(IN_TIME_PER_EARLY)) : late.plus(step);
    late = next.isNegative() ? Duration.ZERO : next;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
