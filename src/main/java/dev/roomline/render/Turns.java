package dev.roomline.render;

import dev.roomline.domain.RenderKey;
import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Settled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The turns of a run that are not settled yet: each render has one, which equal rows share. */
final class Turns {
  /** Each turn has deadlines of its own. */
  private static final Duration FOR_EVER = Duration.ofDays(100);

  private final Map<RenderKey, Turn> underway = new ConcurrentHashMap<>();
  private final Set<Turn> unsettled = ConcurrentHashMap.newKeySet();

  /** The turn of the first row that wants this render: this one, or an earlier row's. */
  Turn first(Turn turn) {
    var earlier = underway.putIfAbsent(turn.key(), turn);
    return earlier != null ? earlier : track(turn);
  }

  /** Keeps a turn that no row has asked for; rows of today share it if they may. */
  Turn add(Entry entry, Run run) {
    var turn = track(new Turn(entry.purchase(), Settled.of(entry)));
    if (entry.purchase().edition() >= run.sinceEdition()) underway.put(turn.key(), turn);
    return turn;
  }

  void forEach(Consumer<Turn> action) {
    unsettled.forEach(action);
  }

  /** Waits until all are settled; throws the first failure at the end. */
  void await() throws InterruptedException {
    var failures = new ArrayList<IllegalStateException>();
    for (var turn : unsettled) {
      try {
        new PendingRender(turn).settles(FOR_EVER);
      } catch (IllegalStateException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) throw failures.get(0);
  }

  private Turn track(Turn turn) {
    unsettled.add(turn);
    turn.whenDone(() -> {
      underway.remove(turn.key(), turn);
      unsettled.remove(turn);
    });
    return turn;
  }
}
