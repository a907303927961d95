package dev.roomline.render;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Decision.Kind;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.RenderResult;
import org.jspecify.annotations.Nullable;

/** Whether a render that was sent before is bought once more without asking a person. */
final class RepurchasePolicy {
  static final NotSent ASIDE = new NotSent("left aside by this retry; run buys it");
  static final NotSent REPEATED =
      new NotSent(Cause.REPEATED, "the vendor keeps taking it for a repeated request");

  private final Ledger ledger;
  private final RenderSettings.Repurchase repurchase;
  private final long run;

  RepurchasePolicy(Ledger ledger, RenderSettings.Repurchase repurchase, long run) {
    this.ledger = ledger;
    this.repurchase = repurchase;
    this.run = run;
  }

  /** Whether it may be bought in this run at all. */
  boolean wants(RenderKey key) {
    return repurchase.only().test(key);
  }

  boolean buyAgain(Purchase purchase, RenderResult result) {
    if (!wants(purchase.key())) return false;
    var decision = result.decision();
    if (decision != null && decision.retried()) return true;
    var outcome = result.outcome();
    if (outcome instanceof Refused refused) {
      return result.run() != run && refused.cause() == Cause.PHOTO; // it may be there by now
    }
    if (outcome instanceof Failed) {
      return result.run() == run && ledger.spoiled(purchase, run) <= repurchase.retries();
    }
    return outcome instanceof Unsure && resend(purchase, decision);
  }

  /** A person's word counts for more than the policy; the next attempt needs another. */
  private boolean resend(Purchase purchase, @Nullable Decision decision) {
    if (decision != null) return decision.kind() == Kind.NOT_PAID;
    return repurchase.resend() && ledger.resent(purchase, run) == 0;
  }
}
