package dev.roomline.results;

import dev.roomline.domain.Status;
import dev.roomline.ledger.Judgement;
import dev.roomline.ledger.Judgement.Decision;
import org.jspecify.annotations.Nullable;

/** How a line stands whose payment nobody knows, once a person may have decided about it. */
final class Doubt {
  private Doubt() {}

  static Status status(@Nullable Judgement judgement) {
    if (judgement == null) return Status.UNSURE;
    return judgement.decision() == Decision.NOT_PAID ? Status.NOT_BOUGHT : Status.FAILED;
  }

  static String paid(@Nullable Judgement judgement, boolean ours) {
    if (judgement == null || judgement.decision() == Decision.GIVEN_UP) return "perhaps";
    if (judgement.decision() == Decision.NOT_PAID) return "no";
    return ours ? "bought" : "reused";
  }

  static String error(@Nullable Judgement judgement, String reason) {
    if (judgement == null) return reason;
    return switch (judgement.decision()) {
      case NOT_PAID -> judgement.signed("taken as never paid");
      case PAID_ELSEWHERE -> judgement.signed("taken as paid, without a picture,");
      default -> judgement.signed("given up");
    };
  }
}
