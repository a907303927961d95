package dev.roomline.ledger;

import java.time.Instant;

/**
 * What a person decided about a purchase.
 *
 * @param by who decided
 */
public record Decision(Kind kind, String by, String why, Instant at) {

  /**
   * Two are about pictures, three about a purchase that may have been charged, two about one that
   * brought no picture.
   */
  public enum Kind {
    /** The pictures are good, whatever the checks say. */
    ACCEPTED,
    /** They are not used; only a new purchase brings others. */
    REJECTED,
    /** It was never paid: it is bought again, once. */
    NOT_PAID,
    /** It was paid; the ledger has no picture of it. */
    PAID_ELSEWHERE,
    /** It is never bought again, whether it was paid or not. */
    GIVEN_UP,
    /** It brought no picture and is bought once more. */
    RETRY,
    /** Like {@link #RETRY}, with another seed. */
    RETRY_NEW_SEED
  }

  /** Whether a {@code retry} decided that it is bought once more. */
  public boolean retried() {
    return kind == Kind.RETRY || kind == Kind.RETRY_NEW_SEED;
  }

  /** The text with who decided and why appended. */
  public String signed(String text) {
    return text + " by " + by + (why.isEmpty() ? "" : ": " + why);
  }
}
