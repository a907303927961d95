package dev.roomline.results;

import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.LedgerEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a render has no picture and gets none by itself; {@code retry} buys it once more.
 *
 * @param was the status it has as long as nobody wants it once more
 * @param cause its class in one word
 * @param entry the purchase that came to nothing; null if there never was one
 */
public record RetryableFailure(
    ResultStatus was, String cause, String reason, @Nullable LedgerEntry entry) {

  public static RetryableFailure invalid(String problem) {
    return new RetryableFailure(ResultStatus.INVALID, Cause.ROW.text(), problem, null);
  }

  /** Empty if a picture is here or may come, or if nobody knows whether it is paid. */
  public static Optional<RetryableFailure> of(LedgerEntry entry) {
    if (entry.outcome() instanceof Refused it) {
      return Optional.of(
          new RetryableFailure(ResultStatus.REFUSED, it.cause().text(), it.reason(), entry));
    }
    if (entry.outcome() instanceof Failed it) {
      return Optional.of(
          new RetryableFailure(ResultStatus.FAILED, Cause.GENERATION.text(), it.reason(), entry));
    }
    if (entry.pictures() instanceof Gone it) {
      return Optional.of(
          new RetryableFailure(ResultStatus.EXPIRED, Cause.GONE.text(), it.reason(), entry));
    }
    if (!entry.rejected() && !entry.retried()) return Optional.empty();
    return Optional.of(
        new RetryableFailure(ResultStatus.FAILED, Cause.DECIDED.text(), rejection(entry), entry));
  }

  private static String rejection(LedgerEntry entry) {
    var decision = entry.decision();
    return decision == null || decision.retried() ? "rejected" : decision.signed("rejected");
  }
}
