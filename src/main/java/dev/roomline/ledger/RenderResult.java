package dev.roomline.ledger;

import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a line in this run.
 *
 * @param attempts how often the render was sent, earlier runs included
 * @param run the run that sent it last; 0 if it was never sent
 * @param line the line of results it was sent for
 * @param at when the ledger recorded it; null if it was never sent
 * @param pictures what became of its pictures; null unless it is rendered
 * @param decision what a person decided about it; null if there is no decision
 */
public record RenderResult(
    RenderOutcome outcome,
    int attempts,
    long run,
    long line,
    @Nullable Instant at,
    @Nullable PictureStatus pictures,
    @Nullable Decision decision) {

  /** The result that the ledger has. */
  public static RenderResult of(LedgerEntry entry) {
    return new RenderResult(
        entry.outcome(),
        entry.purchase().attempt(),
        entry.run(),
        entry.line(),
        entry.at(),
        entry.pictures(),
        entry.decision());
  }

  /** The result while a request is not answered: it may have been paid. */
  public static RenderResult unanswered(Purchase purchase, long run, long line, Instant now) {
    var unsure = new Unsure("sent; no answer yet when the run stopped waiting for it");
    return answered(unsure, purchase, run, line, now);
  }

  /** The result of a purchase that was answered; its pictures are not fetched yet. */
  public static RenderResult answered(
      RenderOutcome outcome, Purchase purchase, long run, long line, Instant at) {
    var status = outcome instanceof Rendered ? new PictureStatus.Missing("not fetched yet") : null;
    return new RenderResult(outcome, purchase.attempt(), run, line, at, status, null);
  }

  /** The result of a render that was never sent. */
  public static RenderResult notBought(RenderOutcome why) {
    return new RenderResult(why, 0, 0, 0, null, null, null);
  }

  /** What it means: whether it is paid, whether it has pictures, and what may be done. */
  public PurchaseMeaning meaning() {
    return new PurchaseMeaning(outcome, pictures, decision);
  }

  /** The same result with what became of its pictures. */
  public RenderResult kept(Render render, PictureStatus pictures) {
    return new RenderResult(new Rendered(render), attempts, run, line, at, pictures, decision);
  }
}
