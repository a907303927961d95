package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides which create request misbehaves: by its prompt first, then by the shares. */
final class MisbehaviourPicker {
  private final long seed;
  private final int from;
  /** Sorted, so that every process picks the same one. */
  private volatile Map<String, Double> shares;

  MisbehaviourPicker(SandboxSettings settings) {
    this.seed = settings.seed();
    this.from = settings.misbehaveFrom();
    this.shares = new TreeMap<>(settings.misbehaviour());
  }

  void change(Map<String, Double> to) {
    to.forEach(SandboxSettings::check);
    shares = new TreeMap<>(to);
  }

  /**
   * The misbehaviour of one create, null for none.
   *
   * @param number the how-manieth create of this sandbox it is, from 1
   * @param attempt how many creates of the same render came before
   */
  @Nullable
  PlannedMisbehaviour next(Order order, long number, int attempt) {
    var plannedMisbehaviour = order.plannedMisbehaviour();
    if (plannedMisbehaviour != null)
      return holds(plannedMisbehaviour, attempt) ? plannedMisbehaviour : null;
    if (number < from) return null;
    for (var share : shares.entrySet()) {
      // Below 1 it happens once per render; 1 is an outage, which lasts.
      var outage = share.getValue() >= 1;
      if (!outage && attempt > 0) continue;
      var dice = Dice.roll(seed, order.fingerprint() + share.getKey(), attempt);
      if (Dice.unit(dice) >= share.getValue()) continue;
      var what = Misbehaviour.named(share.getKey());
      return new PlannedMisbehaviour(what, what.usual);
    }
    return null;
  }

  /** Fetches and pictures are counted separately; everything else counts creates. */
  private static boolean holds(PlannedMisbehaviour plannedMisbehaviour, int attempt) {
    var effect = plannedMisbehaviour.what().effect;
    var countedLater = effect instanceof Effect.Spoiled
        || (effect instanceof Effect.Later later && later.eachFetch());
    return countedLater || plannedMisbehaviour.holds(attempt);
  }
}
