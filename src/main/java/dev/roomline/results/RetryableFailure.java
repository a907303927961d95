package dev.roomline.results;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.LedgerEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a render has no picture and gets none by itself. {@code retry} can render it again.
 *
 * @param was the status it has until a person asks for it again
 * @param cause the cause in one word
 * @param entry the purchase that failed; null if there was none
 */
public record RetryableFailure(
    ResultStatus was, String cause, String reason, @Nullable LedgerEntry entry) {

  /** The failure of a row that was invalid and is valid now. */
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
