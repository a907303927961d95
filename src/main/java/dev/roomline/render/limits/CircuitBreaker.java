package dev.roomline.render.limits;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Unsure;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops buying when the same bad answer comes too often in a row, so that an outage does not use up
 * the list.
 *
 * <p>In a row means in the order of sending: a slow good answer to a request that was sent before the
 * bad ones does not count.
 */
final class CircuitBreaker {
  static final int UNSURE = 5;
  static final int NOT_SENT = 5;
  static final int REFUSED = 20;

  private int inARow;
  private @Nullable Object kind;
  private long began;

  /**
   * Counts an outcome.
   *
   * @param sentAt when its request was sent, by {@link System#nanoTime}
   * @return why buying should stop; empty if it should not
   */
  synchronized Optional<String> onOutcome(RenderOutcome outcome, long sentAt) {
    if (outcome instanceof Busy) return Optional.empty(); // it has its own limit
    var now = kindOf(outcome);
    if (!Objects.equals(now, kind)) {
      if (kind != null && sentAt - began < 0) return Optional.empty();
      kind = now;
      began = System.nanoTime();
      inARow = 0;
    }
    inARow++;
    return now == null || inARow < most(outcome) ? Optional.empty() : Optional.of(reason(outcome));
  }

  private static @Nullable Object kindOf(RenderOutcome outcome) {
    if (outcome instanceof Refused refused) return refused.cause();
    return outcome instanceof Unsure || outcome instanceof NotSent ? outcome.getClass() : null;
  }

  private static int most(RenderOutcome outcome) {
    if (outcome instanceof Unsure) return UNSURE;
    return outcome instanceof NotSent ? NOT_SENT : REFUSED;
  }

  private String reason(RenderOutcome outcome) {
    if (outcome instanceof Unsure unsure) {
      return inARow + " renders in a row without a clear answer, the last one: " + unsure.reason();
    }
    if (outcome instanceof NotSent notSent) {
      return inARow + " requests in a row could not be sent, the last one: " + notSent.reason();
    }
    var refused = (Refused) outcome;
    var what = refused.cause() == Cause.PHOTO ? "photos" : "rows";
    return inARow + " " + what + " in a row were refused, the last one: " + refused.reason();
  }
}
