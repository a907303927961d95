package dev.roomline.benchmark;

import java.util.PriorityQueue;

/** The best time that is possible: each render begins as soon as a place is free. */
final class IdealMakespan {
  private IdealMakespan() {}

  /**
   * How long such a client takes.
   *
   * @param latencies in the order in which the renders came
   */
  static long millis(long[] latencies, int places) {
    var freeAt = new PriorityQueue<Long>();
    for (int place = 0; place < places; place++) freeAt.add(0L);
    long last = 0;
    for (var latency : latencies) {
      long done = freeAt.remove() + latency;
      last = Math.max(last, done);
      freeAt.add(done);
    }
    return last;
  }
}
