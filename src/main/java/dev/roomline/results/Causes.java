package dev.roomline.results;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.Status;
import dev.roomline.ledger.Settled;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a line has no picture to show; null where it has one. */
final class Causes {
  private Causes() {}

  static @Nullable Cause of(Settled settled) {
    var status = ResultRow.status(settled);
    if (status == Status.RENDERED) return null;
    var usual = Objects.requireNonNull(usual(status));
    var judgement = settled.judgement();
    if (judgement != null && status == Status.FAILED) return Cause.DECIDED;
    return settled
        .outcome()
        .match(
            rendered -> status == Status.RENDERING ? Cause.PICTURE : usual,
            accepted -> Cause.COLLECTING,
            refused -> refused.cause(),
            busy -> Cause.BUSY,
            notSent -> notSent.cause(),
            closed -> closed.door().cause(),
            spoiled -> Cause.GENERATION,
            unsure -> judgement == null ? unsure.cause() : usual);
  }

  /** What is meant where only the status is known, as in results of former releases. */
  static @Nullable Cause usual(Status status) {
    return switch (status) {
      case RENDERED -> null;
      case REVIEW -> Cause.CHECK;
      case RENDERING -> Cause.COLLECTING;
      case EXPIRED -> Cause.GONE;
      case REFUSED -> Cause.OTHER;
      case NOT_BOUGHT -> Cause.INTERRUPTED;
      case FAILED -> Cause.GENERATION;
      case UNSURE -> Cause.UNANSWERED;
      case INVALID -> Cause.ROW;
    };
  }

  static @Nullable Cause read(@Nullable String name, Status status) {
    return name == null ? usual(status) : Cause.valueOf(name);
  }
}
