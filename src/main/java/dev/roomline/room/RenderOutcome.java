package dev.roomline.room;

import java.time.Duration;
import java.util.function.Function;

/** What became of one request, sorted by the one question that matters: did we pay? */
public sealed interface RenderOutcome {

  /** Paid, and here are the pictures. */
  record Rendered(Render render) implements RenderOutcome {}

  /** Paid, not ready yet. Collecting it later is free. */
  record Accepted(Ticket ticket) implements RenderOutcome {}

  /** Not paid; the same request would be refused again. */
  record Refused(Cause cause, String reason) implements RenderOutcome {}

  /**
   * Not paid; the account is full or too fast.
   *
   * @param pause how long the vendor asks to wait; zero where it names nothing
   * @param onlyThisRow the vendor complains of this very request, not of the account
   */
  record Busy(Duration pause, boolean onlyThisRow) implements RenderOutcome {}

  /** Not paid, because it surely never reached them. */
  record NotSent(String reason) implements RenderOutcome {}

  /** Not paid, and every other row would end the same way. */
  record Closed(Door door, String reason) implements RenderOutcome {}

  /** Perhaps paid: the vendor took the request and reports that it failed. */
  record Spoiled(String reason) implements RenderOutcome {}

  /** Perhaps paid: it may have been sent, and no answer tells. Only a person may ask again. */
  record Unsure(String reason) implements RenderOutcome {}

  /** Why a row was refused. */
  enum Cause {
    PHOTO,
    FIELD,
    CONTENT,
    MODEL,
    OTHER
  }

  /** What keeps the whole run out. */
  enum Door {
    KEY,
    CREDIT,
    PLAN,
    ADDRESS
  }

  /** Java 17's stand-in for an exhaustive switch: a new case breaks every caller, as it should. */
  default <T> T match(
      Function<Rendered, T> rendered,
      Function<Accepted, T> accepted,
      Function<Refused, T> refused,
      Function<Busy, T> busy,
      Function<NotSent, T> notSent,
      Function<Closed, T> closed,
      Function<Spoiled, T> spoiled,
      Function<Unsure, T> unsure) {
    if (this instanceof Rendered it) return rendered.apply(it);
    if (this instanceof Accepted it) return accepted.apply(it);
    if (this instanceof Refused it) return refused.apply(it);
    if (this instanceof Busy it) return busy.apply(it);
    if (this instanceof NotSent it) return notSent.apply(it);
    if (this instanceof Closed it) return closed.apply(it);
    if (this instanceof Spoiled it) return spoiled.apply(it);
    return unsure.apply((Unsure) this);
  }
}
