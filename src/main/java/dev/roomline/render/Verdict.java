package dev.roomline.render;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Spoiled;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.ledger.Judgement;
import dev.roomline.ledger.Judgement.Decision;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.Settled;
import org.jspecify.annotations.Nullable;

/** Whether a render that was sent before is bought once more without asking a person. */
final class Verdict {
  static final NotSent ASIDE = new NotSent("left aside by this retry; run buys it");
  static final NotSent REPEATED =
      new NotSent(Cause.REPEATED, "the vendor keeps taking it for a repeated request");

  private final Ledger ledger;
  private final RenderSettings.Again again;
  private final long run;

  Verdict(Ledger ledger, RenderSettings.Again again, long run) {
    this.ledger = ledger;
    this.again = again;
    this.run = run;
  }

  /** Whether it may be bought in this run at all. */
  boolean wants(RenderKey key) {
    return again.only().test(key);
  }

  boolean buyAgain(Purchase purchase, Settled settled) {
    if (!wants(purchase.key())) return false;
    var judgement = settled.judgement();
    if (judgement != null && judgement.retried()) return true;
    var outcome = settled.outcome();
    if (outcome instanceof Refused refused) {
      return settled.run() != run && refused.cause() == Cause.PHOTO; // it may be there by now
    }
    if (outcome instanceof Spoiled) {
      return settled.run() == run && ledger.spoiled(purchase, run) <= again.retries();
    }
    return outcome instanceof Unsure && resend(purchase, judgement);
  }

  /** A person's word counts for more than the policy; the next attempt needs another. */
  private boolean resend(Purchase purchase, @Nullable Judgement judgement) {
    if (judgement != null) return judgement.decision() == Decision.NOT_PAID;
    return again.resend() && ledger.resent(purchase, run) == 0;
  }
}
