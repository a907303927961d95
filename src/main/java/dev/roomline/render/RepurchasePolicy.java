package dev.roomline.render;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.RenderResult;

/** Decides whether a render that was sent before is bought once more without asking a person. */
final class RepurchasePolicy {
  static final NotSent NOT_SELECTED =
      new NotSent("not selected for this retry; the next run renders it");
  static final NotSent REPEATED =
      new NotSent(Cause.REPEATED, "the provider keeps taking it for a repeated request");

  private final Ledger ledger;
  private final RenderSettings.Repurchase repurchase;
  private final long run;

  RepurchasePolicy(Ledger ledger, RenderSettings.Repurchase repurchase, long run) {
    this.ledger = ledger;
    this.repurchase = repurchase;
    this.run = run;
  }

  /** Whether it may be bought in this run at all. */
  boolean allows(RenderKey key) {
    return repurchase.only().test(key);
  }

  /** Whether to buy it once more after this result. */
  boolean buyAgain(Purchase purchase, RenderResult result) {
    if (!allows(purchase.key())) return false;
    return switch (result.meaning().kind()) {
      // A person's decision counts for more than the policy; the next attempt needs another.
      case BUY_AGAIN, NOT_PAID -> true;
      case REFUSED -> result.run() != run && isOfPhoto(result.outcome()); // it may be there by now
      case FAILED ->
        result.run() == run && ledger.failuresInRun(purchase, run) <= repurchase.retries();
      case UNSURE -> repurchase.resend() && ledger.resendsInRun(purchase, run) == 0;
      default -> false;
    };
  }

  private static boolean isOfPhoto(RenderOutcome outcome) {
    return outcome instanceof Refused refused && refused.cause() == Cause.PHOTO;
  }
}
