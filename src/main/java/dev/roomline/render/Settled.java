package dev.roomline.render;

import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Purchase;
import dev.roomline.room.RenderOutcome;
import dev.roomline.room.RenderOutcome.Unsure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row ends as, in this run.
 *
 * @param attempts how often the render was sent, earlier runs included
 * @param run the run that sent it last; 0 if it was never sent
 * @param row the row it was sent for
 * @param at when the books learnt it; null if it was never sent
 */
public record Settled(
    RenderOutcome outcome,
    int attempts,
    long run,
    long row,
    @Nullable Instant at) {

  /** As the books have it. */
  public static Settled of(Entry entry) {
    return new Settled(
        entry.outcome(), entry.purchase().attempt(), entry.run(), entry.row(), entry.at());
  }

  /** Holds while a request is on its way: it may be paid. */
  static Settled unanswered(Purchase purchase, long run, long row, Instant now) {
    var unsure = new Unsure("sent; no answer yet when the run stopped waiting for it");
    return new Settled(unsure, purchase.attempt(), run, row, now);
  }

  static Settled notBought(RenderOutcome why) {
    return new Settled(why, 0, 0, 0, null);
  }
}
