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
 * Limits how many photos are uploaded ahead of their purchases, so that an early stop leaves few
 * unused at the provider. It also holds back photos of rows that the budget leaves no room for.
 */
final class UploadThrottle {
  private static final long CHECK_INTERVAL = Duration.ofMillis(100).toNanos();
  private static final int PER_SLOT = 4;

  /** Whether a photo may be uploaded now. */
  enum Answer {
    GO,
    /** The budget is used up. */
    SPENT,
    /** Buying has stopped. */
    STOPPED
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

  /** Waits until the photo of these tasks may be uploaded. */
  Answer await(Collection<RenderTask> tasks) throws InterruptedException {
    do {
      var others = othersThan(tasks);
      // Read last: a task that is claimed meanwhile counts twice rather than not at all.
      var left = budget.left(ledger.usage(run.number(), budget));
      if (left <= 0) return Answer.SPENT;
      if (reserve(tasks, others, Math.min(left, most))) return Answer.GO;
    } while (buying.waitToBuy(CHECK_INTERVAL));
    return Answer.STOPPED;
  }

  /** Counts a task as uploaded ahead until it is sent or done. */
  void add(RenderTask task) {
    if (ahead.add(task)) task.whenDone(() -> ahead.remove(task));
  }

  private synchronized boolean reserve(
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
