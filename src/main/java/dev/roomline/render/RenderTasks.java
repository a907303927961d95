package dev.roomline.render;

import dev.roomline.domain.RenderKey;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The tasks of a run that are not settled yet: each render has one, which equal rows share. */
final class RenderTasks {
  /** Each task has its own deadlines. */
  private static final Duration FOR_EVER = Duration.ofDays(100);

  private final Map<RenderKey, RenderTask> underway = new ConcurrentHashMap<>();
  private final Set<RenderTask> unsettled = ConcurrentHashMap.newKeySet();

  /** The task of the first row that asks for this render: this one, or an earlier row's. */
  RenderTask first(RenderTask task) {
    var earlier = underway.putIfAbsent(task.key(), task);
    return earlier != null ? earlier : track(task);
  }

  /** Adds a task for a render of an earlier run; rows share it if its edition counts for this run. */
  RenderTask add(LedgerEntry entry, Run run) {
    var task = track(new RenderTask(entry.purchase(), RenderResult.of(entry)));
    if (entry.purchase().edition() >= run.sinceEdition()) underway.put(task.key(), task);
    return task;
  }

  void forEach(Consumer<RenderTask> action) {
    unsettled.forEach(action);
  }

  /** Waits until all are settled; throws the first failure at the end. */
  void await() throws InterruptedException {
    var failures = new ArrayList<IllegalStateException>();
    for (var task : unsettled) {
      try {
        new PendingRender(task).settles(FOR_EVER);
      } catch (IllegalStateException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) throw failures.get(0);
  }

  private RenderTask track(RenderTask task) {
    unsettled.add(task);
    task.whenDone(() -> {
      underway.remove(task.key(), task);
      unsettled.remove(task);
    });
    return task;
  }
}
