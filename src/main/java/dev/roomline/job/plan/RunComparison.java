package dev.roomline.job.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Compares the renders to pay for with the lines of the last run. A line whose render is no longer
 * asked for is taken as the earlier form of a new render: first one of the same photo and prompt,
 * then one of the same photo, then one that alone has the same description.
 */
final class RunComparison {
  private final List<RenderFingerprint> before;
  private final Set<Long> keysBefore = new HashSet<>();
  private final Set<Long> photosBefore = new HashSet<>();
  private final Map<Long, Integer> restsBefore = new HashMap<>();
  private final Map<PurchaseReason, Long> found = new EnumMap<>(PurchaseReason.class);

  private RunComparison(List<RenderFingerprint> before) {
    this.before = before;
    for (var line : before) {
      keysBefore.add(line.key());
      photosBefore.add(line.photo());
      if (line.rest() != 0) restsBefore.merge(line.rest(), 1, Integer::sum);
    }
  }

  /**
   * Why each render is to be paid for.
   *
   * @param before the last run's lines, each render once
   * @param today every render that is asked for, by its mark
   * @param toBuy those that are to be paid for
   */
  static Map<PurchaseReason, Long> of(
      List<RenderFingerprint> before, Set<Long> today, List<RenderFingerprint> toBuy) {
    return new RunComparison(before).sort(today, toBuy);
  }

  private Map<PurchaseReason, Long> sort(Set<Long> today, List<RenderFingerprint> toBuy) {
    var open = new ArrayList<RenderFingerprint>();
    for (var wanted : toBuy) {
      if (keysBefore.contains(wanted.key())) add(PurchaseReason.LEFT);
      else open.add(wanted);
    }
    var gone = new ArrayList<>(before);
    gone.removeIf(line -> today.contains(line.key()));
    pair(open, gone, it -> 31 * it.shot() + it.prompt());
    pair(open, gone, RenderFingerprint::shot);
    gone.removeIf(line -> restsBefore.getOrDefault(line.rest(), 0) != 1);
    pair(open, gone, RenderFingerprint::rest);
    for (var wanted : open) {
      add(photosBefore.contains(wanted.photo()) ? PurchaseReason.RENDER : PurchaseReason.ROOM);
    }
    return found;
  }

  /** Removes from both lists what belongs together. */
  private void pair(
      List<RenderFingerprint> open,
      List<RenderFingerprint> gone,
      ToLongFunction<RenderFingerprint> trait) {
    var byTrait = new HashMap<Long, Deque<RenderFingerprint>>();
    for (var line : gone) {
      byTrait.computeIfAbsent(trait.applyAsLong(line), it -> new ArrayDeque<>()).add(line);
    }
    var taken = new HashSet<RenderFingerprint>();
    open.removeIf(wanted -> {
      var alike = byTrait.get(trait.applyAsLong(wanted));
      var like = alike == null ? null : alike.poll();
      if (like == null) return false;
      taken.add(like);
      add(wanted.differenceTo(like));
      return true;
    });
    gone.removeIf(taken::contains);
  }

  private void add(PurchaseReason purchaseReason) {
    found.merge(purchaseReason, 1L, Long::sum);
  }
}
