package dev.roomline.render;

import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.State;
import dev.roomline.room.Keeping.Gone;
import dev.roomline.room.RenderKey;
import java.util.EnumSet;
import java.util.Set;

/** What a run that begins now would do about a request. */
public final class Forecast {
  private static final Set<State> PAID = EnumSet.of(State.ACCEPTED, State.RENDERED);
  private static final long NO_RUN = 0;

  private final Ledger ledger;
  private final Verdict verdict;

  /** Three answers. */
  public enum Act {
    /** Buy it. */
    BUY,
    /** Use what is paid for. */
    REUSE,
    /** Neither: it was refused, failed, is gone or is unsure, and a person decides. */
    HOLD
  }

  public Forecast(Ledger ledger, RenderSettings.Again again) {
    this.ledger = ledger;
    this.verdict = new Verdict(ledger, again, NO_RUN);
  }

  public Act of(RenderKey key) {
    var known = ledger.find(key, 0);
    if (known.isEmpty()) return Act.BUY;
    var entry = known.get();
    if (entry.retried()) return Act.BUY;
    if (isLost(entry)) return Act.HOLD;
    if (PAID.contains(entry.state())) return Act.REUSE;
    return verdict.buyAgain(entry.purchase(), Settled.of(entry)) ? Act.BUY : Act.HOLD;
  }

  /** Paid, but no picture will come of it. */
  private static boolean isLost(Entry entry) {
    return entry.keeping() instanceof Gone || entry.rejected();
  }
}
