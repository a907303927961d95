package dev.roomline.results;

import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Decision.Kind;
import org.jspecify.annotations.Nullable;

/** How a line stands whose payment nobody knows, once a person may have decided about it. */
final class UnsureDecisions {
  private UnsureDecisions() {}

  static ResultStatus status(@Nullable Decision decision) {
    if (decision == null) return ResultStatus.UNSURE;
    return decision.kind() == Kind.NOT_PAID ? ResultStatus.NOT_BOUGHT : ResultStatus.FAILED;
  }

  static String paid(@Nullable Decision decision, boolean ours) {
    if (decision == null || decision.kind() == Kind.GIVEN_UP) return "perhaps";
    if (decision.kind() == Kind.NOT_PAID) return "no";
    return ours ? "bought" : "reused";
  }

  static String error(@Nullable Decision decision, String reason) {
    if (decision == null) return reason;
    return switch (decision.kind()) {
      case NOT_PAID -> decision.signed("taken as never paid");
      case PAID_ELSEWHERE -> decision.signed("taken as paid, without a picture,");
      default -> decision.signed("given up");
    };
  }
}
