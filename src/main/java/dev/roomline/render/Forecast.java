package dev.roomline.render;

import dev.roomline.domain.Keeping.Gone;
import dev.roomline.domain.RenderKey;
import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Settled;
import dev.roomline.ledger.State;
import java.util.EnumSet;
import java.util.Set;

/** What a run would do about a request. */
public final class Forecast {
  private static final Set<State> PAID = EnumSet.of(State.ACCEPTED, State.RENDERED);
  private static final long NO_RUN = 0;

  private final Ledger ledger;
  private final int sinceEdition;
  private final Verdict verdict;

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
  public Forecast(Ledger ledger, RenderSettings.Again again) {
    this(ledger, again, NO_RUN, 0);
  }

  /** What this run would do if it were gone on with. */
  public Forecast(Ledger ledger, RenderSettings.Again again, Run run) {
    this(ledger, again, run.number(), run.sinceEdition());
  }

  private Forecast(Ledger ledger, RenderSettings.Again again, long run, int sinceEdition) {
    this.ledger = ledger;
    this.sinceEdition = sinceEdition;
    this.verdict = new Verdict(ledger, again, run);
  }

  public Act of(RenderKey key) {
    var known = ledger.find(key, sinceEdition);
    if (known.isEmpty()) return Act.BUY;
    var entry = known.get();
    if (entry.retried()) return Act.AGAIN;
    if (isLost(entry)) return Act.HOLD;
    if (PAID.contains(entry.state())) return Act.REUSE;
    return verdict.buyAgain(entry.purchase(), Settled.of(entry)) ? Act.AGAIN : Act.HOLD;
  }

  /** Paid, but no picture will come of it. */
  private static boolean isLost(Entry entry) {
    return entry.keeping() instanceof Gone || entry.rejected();
  }
}
