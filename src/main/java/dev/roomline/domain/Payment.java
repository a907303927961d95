package dev.roomline.domain;

import dev.roomline.domain.RenderOutcome.Charge;
import java.util.Locale;

/** Whether a line of results is paid; scripts read {@link #text()}. */
public enum Payment {
  /** Paid, for this line and in this run. */
  BOUGHT,
  /** Paid by an earlier run, or for an equal line. */
  REUSED,
  /** Not paid. */
  NO,
  /** May have been paid; the provider does not say. */
  PERHAPS;

  /**
   * The payment of a line.
   *
   * @param ours whether this run sent the request, and for this line
   */
  public static Payment of(Charge charge, boolean ours) {
    return switch (charge) {
      case NO -> NO;
      case PERHAPS -> PERHAPS;
      case YES -> ours ? BOUGHT : REUSED;
    };
  }

  /** Reads what {@link #text()} wrote. */
  public static Payment parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As the table and results.csv hold it: {@code bought}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is paid, by any run: {@code yes}, {@code no} or {@code perhaps}. */
  public String paidText() {
    return this == BOUGHT || this == REUSED ? "yes" : text();
  }
}
