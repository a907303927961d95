package dev.roomline.render;

import java.time.Duration;

/**
 * How much later than told renders are ready here. A poll that came too early makes the next ones
 * later, eight that did not make up for it; so about one in nine comes too early, whatever the
 * provider's etas are worth.
 */
final class EtaCorrection {
  private static final Duration LEAST_STEP = Duration.ofMillis(25);
  private static final Duration SOON = Duration.ofMillis(100);
  private static final int STEPS_PER_ETA = 16;
  private static final int IN_TIME_PER_EARLY = 8;

  private Duration late = Duration.ZERO;

  /** When a render is to be asked for first; at once where no eta is known. */
  synchronized Duration expected(Duration eta) {
    return eta.isZero() ? eta : eta.plus(late);
  }

  /** How soon after a first poll in vain the next one is worth it. */
  Duration soonAfter(Duration eta) {
    return longer(SOON, eta.dividedBy(10));
  }

  /** The first poll found the render ready, or not. */
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
