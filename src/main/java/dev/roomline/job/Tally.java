package dev.roomline.job;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts rows as they end, in whatever order they do. */
final class Tally {
  private final Map<Status, LongAdder> ended = new EnumMap<>(Status.class);

  Tally() {
    for (var status : Status.values()) ended.put(status, new LongAdder());
  }

  void count(Status status) {
    ended.get(status).increment();
  }

  long done() {
    return ended.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** Rows that ended without a picture and without one to come. */
  long failed() {
    return ended.entrySet().stream()
        .filter(it -> it.getKey() != Status.RENDERED && it.getKey() != Status.RENDERING)
        .mapToLong(it -> it.getValue().sum())
        .sum();
  }
}
