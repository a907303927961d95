package dev.roomline.results;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.RenderResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a line has no picture to show; null where it has one. */
final class FailureCauses {
  private FailureCauses() {}

  static @Nullable Cause of(RenderResult result) {
    var status = ResultRow.status(result);
    if (status == ResultStatus.RENDERED) return null;
    var usual = Objects.requireNonNull(usual(status));
    var decision = result.decision();
    if (decision != null && status == ResultStatus.FAILED) return Cause.DECIDED;
    return result
        .outcome()
        .match(
            rendered -> status == ResultStatus.RENDERING ? Cause.PICTURE : usual,
            accepted -> Cause.COLLECTING,
            refused -> refused.cause(),
            busy -> Cause.BUSY,
            notSent -> notSent.cause(),
            endpointUnusable -> endpointUnusable.door().cause(),
            failed -> Cause.GENERATION,
            unsure -> decision == null ? unsure.cause() : usual);
  }

  /** What is meant where only the status is known, as in results of former releases. */
  static @Nullable Cause usual(ResultStatus status) {
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

  static @Nullable Cause read(@Nullable String name, ResultStatus status) {
    return name == null ? usual(status) : Cause.valueOf(name);
  }
}
