package dev.roomline.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The status of a line of results. */
public enum ResultStatus {
  RENDERED,
  REVIEW,
  RENDERING,
  REFUSED,
  NOT_BOUGHT,
  FAILED,
  EXPIRED,
  UNSURE,
  INVALID;

  /**
   * These hold for the rest of the run. All others are looked at again when it is continued; an
   * invalid row too, for its photo may be there by now.
   */
  public static final Set<ResultStatus> FINAL = EnumSet.of(RENDERED, REVIEW, REFUSED, FAILED);

  /** As results.csv and scripts write it, such as {@code not-bought}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads what {@link #text} wrote. */
  public static ResultStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
