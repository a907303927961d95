package dev.roomline.ledger;

import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.RenderOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param run the run that sent it
 * @param line the line of results it was sent for
 * @param outcome how it ended so far; an open claim reads as unsure
 * @param at when it was accepted, if it waits to be collected, otherwise when it ended
 * @param pictures what became of its pictures; null unless it is rendered
 * @param decision what a person decided about it; null if there is no decision
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

  /** What it means: whether it is paid, whether it has pictures, and what may be done. */
  public PurchaseMeaning meaning() {
    return new PurchaseMeaning(outcome, pictures, decision);
  }
}
