package dev.roomline.render;

import dev.roomline.ledger.BudgetLimits;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.render.limits.BuyingControl;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps uploads close before the buying: no photo leaves for a row the budget has no render for,
 * and an early end leaves few photos at the provider in vain.
 */
final class UploadThrottle {
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
  private final BudgetLimits budget;
  private final int most;
  private final BuyingControl buying;
  private final Set<RenderTask> ahead = ConcurrentHashMap.newKeySet();

  UploadThrottle(Ledger ledger, Run run, RenderSettings settings, BuyingControl buying) {
    this.ledger = ledger;
    this.run = run;
    this.budget = settings.budget();
    this.most = PER_SLOT * settings.limits().inFlight() + UploadQueue.THREADS;
    this.buying = buying;
  }

  /** Waits until the photo of these turns may be uploaded. */
  Answer await(Collection<RenderTask> tasks) throws InterruptedException {
    do {
      var others = othersThan(tasks);
      // Read last: a turn that is claimed meanwhile counts twice rather than not at all.
      var left = budget.left(ledger.balance(run.number(), budget));
      if (left <= 0) return Answer.SPENT;
      if (take(tasks, others, Math.min(left, most))) return Answer.GO;
    } while (buying.waitToBuy(GLANCE));
    return Answer.CLOSED;
  }

  /** This turn has its photo at the provider and waits to be bought. */
  void add(RenderTask task) {
    if (ahead.add(task)) task.whenDone(() -> ahead.remove(task));
  }

  private synchronized boolean take(
      Collection<RenderTask> tasks, Set<RenderTask> others, long room) {
    others.addAll(othersThan(tasks));
    if (others.size() >= room) return false;
    tasks.forEach(this::add);
    return true;
  }

  private Set<RenderTask> othersThan(Collection<RenderTask> tasks) {
    var others = new HashSet<RenderTask>();
    for (var task : ahead) {
      if (task.latestResult() == null && !tasks.contains(task)) others.add(task);
    }
    return others;
  }
}
