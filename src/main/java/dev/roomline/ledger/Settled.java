package dev.roomline.ledger;

import dev.roomline.domain.Keeping;
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
 * @param keeping what became of its pictures; null unless it is rendered
 * @param judgement what a person decided about it; null if nobody did
 */
public record Settled(
    RenderOutcome outcome,
    int attempts,
    long run,
    long line,
    @Nullable Instant at,
    @Nullable Keeping keeping,
    @Nullable Judgement judgement) {

  /** As the books have it. */
  public static Settled of(Entry entry) {
    return new Settled(
        entry.outcome(),
        entry.purchase().attempt(),
        entry.run(),
        entry.line(),
        entry.at(),
        entry.keeping(),
        entry.judgement());
  }

  /** Holds while a request is on its way: it may be paid. */
  public static Settled unanswered(Purchase purchase, long run, long line, Instant now) {
    var unsure = new Unsure("sent; no answer yet when the run stopped waiting for it");
    return answered(unsure, purchase, run, line, now);
  }

  /** What came of a purchase that was sent; its pictures are not here yet. */
  public static Settled answered(
      RenderOutcome outcome, Purchase purchase, long run, long line, Instant at) {
    var keeping = outcome instanceof Rendered ? new Keeping.Missing("not fetched yet") : null;
    return new Settled(outcome, purchase.attempt(), run, line, at, keeping, null);
  }

  public static Settled notBought(RenderOutcome why) {
    return new Settled(why, 0, 0, 0, null, null, null);
  }

  /** The same, once it is known what became of the pictures. */
  public Settled kept(Render render, Keeping keeping) {
    return new Settled(new Rendered(render), attempts, run, line, at, keeping, judgement);
  }
}
