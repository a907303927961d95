package dev.roomline.ledger;

import java.time.Instant;

/**
 * What a person decided about a purchase.
 *
 * @param by who decided
 */
public record Decision(Kind kind, String by, String why, Instant at) {

  /**
   * Two answers about pictures, three about a purchase that nobody knows to be paid, two about one
   * that came to nothing.
   */
  public enum Kind {
    /** The pictures are good, whatever the checks say. */
    ACCEPTED,
    /** They are not used; only a new purchase brings others. */
    REJECTED,
    /** It was never paid: it is bought again, once. */
    NOT_PAID,
    /** It was paid, and its picture was had elsewhere, if at all. */
    PAID_ELSEWHERE,
    /** Paid or not, it is never bought again. */
    GIVEN_UP,
    /** It brought no picture: it is bought once more, whatever that costs. */
    RETRY,
    /** The same, and the provider is asked for another seed. */
    RETRY_NEW_SEED
  }

  /** Whether it is bought once more although nobody doubts what became of it. */
  public boolean retried() {
    return kind == Kind.RETRY || kind == Kind.RETRY_NEW_SEED;
  }

  /** Who decided and why, after what was decided. */
  public String signed(String words) {
    return words + " by " + by + (why.isEmpty() ? "" : ": " + why);
  }
}
