package dev.roomline.render;

import dev.roomline.ledger.Allowance;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.render.limits.Buying;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps uploads close before the buying: no photo leaves for a row the budget has no render for,
 * and an early end leaves few photos at the vendor in vain.
 */
final class Lead {
  private static final long GLANCE = Duration.ofMillis(100).toNanos();
  private static final int PER_SLOT = 4;

  /** What a photo that wants to be uploaded is told. */
  enum Answer {
    GO,
    /** The budget is used up. */
    SPENT,
    /** Nothing is bought any more. */
    CLOSED
  }

  private final Ledger ledger;
  private final Run run;
  private final Allowance budget;
  private final int most;
  private final Buying buying;
  private final Set<Turn> ahead = ConcurrentHashMap.newKeySet();

  Lead(Ledger ledger, Run run, RenderSettings settings, Buying buying) {
    this.ledger = ledger;
    this.run = run;
    this.budget = settings.budget().allowance();
    this.most = PER_SLOT * settings.limits().inFlight() + Uploading.THREADS;
    this.buying = buying;
  }

  /** Waits until the photo of these turns may be uploaded. */
  Answer await(Collection<Turn> turns) throws InterruptedException {
    do {
      var others = othersThan(turns);
      // Read last: a turn that is claimed meanwhile counts twice rather than not at all.
      var left = budget.left(ledger.balance(run.number(), budget));
      if (left <= 0) return Answer.SPENT;
      if (take(turns, others, Math.min(left, most))) return Answer.GO;
    } while (buying.waitToBuy(GLANCE));
    return Answer.CLOSED;
  }

  /** This turn has its photo at the vendor and waits to be bought. */
  void add(Turn turn) {
    if (ahead.add(turn)) turn.whenDone(() -> ahead.remove(turn));
  }

  private synchronized boolean take(Collection<Turn> turns, Set<Turn> others, long room) {
    others.addAll(othersThan(turns));
    if (others.size() >= room) return false;
    turns.forEach(this::add);
    return true;
  }

  private Set<Turn> othersThan(Collection<Turn> turns) {
    var others = new HashSet<Turn>();
    for (var turn : ahead) {
      if (turn.soFar() == null && !turns.contains(turn)) others.add(turn);
    }
    return others;
  }
}
