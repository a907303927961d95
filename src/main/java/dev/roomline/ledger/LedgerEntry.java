package dev.roomline.ledger;

import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.PictureStatus.Kept;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.ledger.Decision.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the books.
 *
 * @param run the run that sent it
 * @param line the line of results it was sent for
 * @param outcome how it ended so far; an open claim reads as unsure
 * @param at when it was accepted, if it waits to be collected, otherwise when it ended
 * @param pictures what became of its pictures; null unless it is rendered
 * @param decision what a person decided about it; null if nobody did
 */
public record LedgerEntry(
    Purchase purchase,
    PurchaseState state,
    long run,
    long line,
    RenderOutcome outcome,
    Instant at,
    @Nullable PictureStatus pictures,
    @Nullable Decision decision) {

  /** Nobody knows whether it is paid, and nobody has decided. */
  public boolean undecided() {
    return decision == null && (state == PurchaseState.UNSURE || state == PurchaseState.SENDING);
  }

  /** Its pictures are here, and a person does not want them. */
  public boolean rejected() {
    return decision != null && decision.kind() == Kind.REJECTED;
  }

  /** It came to nothing, a person wants it bought once more, and it was not yet. */
  public boolean retried() {
    return decision != null && decision.retried();
  }

  /** A person may still decide, or correct a decision: nothing was kept because of it. */
  public boolean decidable() {
    var elsewhere = decision != null && decision.kind() == Kind.PAID_ELSEWHERE;
    return undecided()
        || state == PurchaseState.UNSURE
        || (elsewhere && state == PurchaseState.RENDERED && !(pictures instanceof Kept));
  }
}
