package dev.roomline.ledger;

import java.time.Instant;
import java.util.Locale;

/**
 * What a person decided about a render's pictures.
 *
 * @param by who decided
 */
public record Judgement(Decision decision, String by, String why, Instant at) {

  /** Two answers. */
  public enum Decision {
    /** The pictures are good, whatever the checks say. */
    ACCEPTED,
    /** They are not used; only a new purchase brings others. */
    REJECTED;

    /** As the books and messages write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
