package dev.roomline.ledger;

import dev.roomline.domain.Keeping;
import dev.roomline.domain.Keeping.Kept;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.ledger.Judgement.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the books.
 *
 * @param run the run that sent it
 * @param line the line of results it was sent for
 * @param outcome how it ended so far; an open claim reads as unsure
 * @param at when it was accepted, if it waits to be collected, otherwise when it ended
 * @param keeping what became of its pictures; null unless it is rendered
 * @param judgement what a person decided about it; null if nobody did
 */
public record Entry(
    Purchase purchase,
    State state,
    long run,
    long line,
    RenderOutcome outcome,
    Instant at,
    @Nullable Keeping keeping,
    @Nullable Judgement judgement) {

  /** Nobody knows whether it is paid, and nobody has decided. */
  public boolean undecided() {
    return judgement == null && (state == State.UNSURE || state == State.SENDING);
  }

  /** Its pictures are here, and a person does not want them. */
  public boolean rejected() {
    return judgement != null && judgement.decision() == Decision.REJECTED;
  }

  /** It came to nothing, a person wants it bought once more, and it was not yet. */
  public boolean retried() {
    return judgement != null && judgement.retried();
  }

  /** A person may still decide, or correct a decision: nothing was kept because of it. */
  public boolean decidable() {
    var elsewhere = judgement != null && judgement.decision() == Decision.PAID_ELSEWHERE;
    return undecided()
        || state == State.UNSURE
        || (elsewhere && state == State.RENDERED && !(keeping instanceof Kept));
  }
}
