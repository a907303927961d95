package dev.roomline.render;

import dev.roomline.domain.RenderKey;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;

/** Tells what a run would do about a request, without buying. */
public final class PurchaseForecast {
  private static final long NO_RUN = 0;

  private final Ledger ledger;
  private final int sinceEdition;
  private final RepurchasePolicy policy;

  /** What a run would do. */
  public enum Act {
    /** Buy it: the ledger does not know it. */
    BUY,
    /** Buy it, although it was sent before: it was not paid, or the policy allows it. */
    AGAIN,
    /** Use what is paid. */
    REUSE,
    /** Do nothing: it was refused, failed, is gone or is unsure, and a person decides. */
    HOLD
  }

  /** What a new run would do. */
  public PurchaseForecast(Ledger ledger, RenderSettings.Repurchase repurchase) {
    this(ledger, repurchase, NO_RUN, 0);
  }

  /** What a new run would do that goes on with an unfinished edition. */
  public PurchaseForecast(Ledger ledger, RenderSettings.Repurchase repurchase, int sinceEdition) {
    this(ledger, repurchase, NO_RUN, sinceEdition);
  }

  /** What this run would do if it were continued. */
  public PurchaseForecast(Ledger ledger, RenderSettings.Repurchase repurchase, Run run) {
    this(ledger, repurchase, run.number(), run.sinceEdition());
  }

  private PurchaseForecast(
      Ledger ledger, RenderSettings.Repurchase repurchase, long run, int sinceEdition) {
    this.ledger = ledger;
    this.sinceEdition = sinceEdition;
    this.policy = new RepurchasePolicy(ledger, repurchase, run);
  }

  /** What the run would do about the render with this key. */
  public Act of(RenderKey key) {
    var known = ledger.find(key, sinceEdition);
    if (known.isEmpty()) return Act.BUY;
    var entry = known.get();
    return switch (entry.meaning().kind()) {
      case BUY_AGAIN -> Act.AGAIN;
      case RENDERED, TO_REVIEW, PICTURE_MISSING, ACCEPTED -> Act.REUSE;
      case PICTURE_GONE, PICTURE_REJECTED -> Act.HOLD;
      default -> policy.buyAgain(entry.purchase(), RenderResult.of(entry)) ? Act.AGAIN : Act.HOLD;
    };
  }
}
