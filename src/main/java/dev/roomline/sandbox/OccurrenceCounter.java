package dev.roomline.sandbox;

/** Counts occurrences; drops the least recent entries. */
final class OccurrenceCounter {
  private final LruCache<Integer> seen;

  OccurrenceCounter(int remembered) {
    seen = new LruCache<>(remembered);
  }

  void forget() {
    seen.clear();
  }

  /** 0 for the first time. */
  int before(String what) {
    return seen.next(what, last -> last == null ? 1 : last + 1) - 1;
  }
}
