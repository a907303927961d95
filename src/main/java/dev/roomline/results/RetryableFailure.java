package dev.roomline.results;

import dev.roomline.domain.RenderOutcome.Cause;
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

  /** Empty if a picture is here or may come, or if it is not certain what became of it. */
  public static Optional<RetryableFailure> of(LedgerEntry entry) {
    var meaning = RowMeaning.of(entry);
    var cause = meaning.causeBeforeRetry();
    if (!meaning.mayBeRetried() || cause == null) return Optional.empty();
    return Optional.of(new RetryableFailure(
        meaning.statusBeforeRetry(), cause.text(), meaning.errorBeforeRetry(), entry));
  }
}
