package dev.roomline.ledger;

import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a line ends as, in this run.
 *
 * @param attempts how often the render was sent, earlier runs included
 * @param run the run that sent it last; 0 if it was never sent
 * @param line the line of results it was sent for
 * @param at when the books learnt it; null if it was never sent
 * @param pictures what became of its pictures; null unless it is rendered
 * @param decision what a person decided about it; null if nobody did
 */
public record RenderResult(
    RenderOutcome outcome,
    int attempts,
    long run,
    long line,
    @Nullable Instant at,
    @Nullable PictureStatus pictures,
    @Nullable Decision decision) {

  /** As the books have it. */
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

  /** Holds while a request is on its way: it may be paid. */
  public static RenderResult unanswered(Purchase purchase, long run, long line, Instant now) {
    var unsure = new Unsure("sent; no answer yet when the run stopped waiting for it");
    return answered(unsure, purchase, run, line, now);
  }

  /** What came of a purchase that was sent; its pictures are not here yet. */
  public static RenderResult answered(
      RenderOutcome outcome, Purchase purchase, long run, long line, Instant at) {
    var keeping = outcome instanceof Rendered ? new PictureStatus.Missing("not fetched yet") : null;
    return new RenderResult(outcome, purchase.attempt(), run, line, at, keeping, null);
  }

  /** What was never sent. */
  public static RenderResult notBought(RenderOutcome why) {
    return new RenderResult(why, 0, 0, 0, null, null, null);
  }

  /** What it means for money, for pictures and for what may be done about it. */
  public PurchaseMeaning meaning() {
    return new PurchaseMeaning(outcome, pictures, decision);
  }

  /** The same, once it is known what became of the pictures. */
  public RenderResult kept(Render render, PictureStatus pictures) {
    return new RenderResult(new Rendered(render), attempts, run, line, at, pictures, decision);
  }
}
