package dev.roomline.render;

import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.RenderKey;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.PurchaseState;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;
import java.util.EnumSet;
import java.util.Set;

/** What a run would do about a request. */
public final class PurchaseForecast {
  private static final Set<PurchaseState> PAID =
      EnumSet.of(PurchaseState.ACCEPTED, PurchaseState.RENDERED);
  private static final long NO_RUN = 0;

  private final Ledger ledger;
  private final int sinceEdition;
  private final RepurchasePolicy policy;

  /** Four answers. */
  public enum Act {
    /** Buy it: nothing is known of it. */
    BUY,
    /** Buy it, although it was sent before: it was not paid, or the policy wants it. */
    AGAIN,
    /** Use what is paid for. */
    REUSE,
    /** Neither: it was refused, failed, is gone or is unsure, and a person decides. */
    HOLD
  }

  /** What a new run would do. */
  public PurchaseForecast(Ledger ledger, RenderSettings.Repurchase repurchase) {
    this(ledger, repurchase, NO_RUN, 0);
  }

  /** What this run would do if it were gone on with. */
  public PurchaseForecast(Ledger ledger, RenderSettings.Repurchase repurchase, Run run) {
    this(ledger, repurchase, run.number(), run.sinceEdition());
  }

  private PurchaseForecast(
      Ledger ledger, RenderSettings.Repurchase repurchase, long run, int sinceEdition) {
    this.ledger = ledger;
    this.sinceEdition = sinceEdition;
    this.policy = new RepurchasePolicy(ledger, repurchase, run);
  }

  public Act of(RenderKey key) {
    var known = ledger.find(key, sinceEdition);
    if (known.isEmpty()) return Act.BUY;
    var entry = known.get();
    if (entry.retried()) return Act.AGAIN;
    if (isLost(entry)) return Act.HOLD;
    if (PAID.contains(entry.state())) return Act.REUSE;
    return policy.buyAgain(entry.purchase(), RenderResult.of(entry)) ? Act.AGAIN : Act.HOLD;
  }

  /** Paid, but no picture will come of it. */
  private static boolean isLost(LedgerEntry entry) {
    return entry.pictures() instanceof Gone || entry.rejected();
  }
}
