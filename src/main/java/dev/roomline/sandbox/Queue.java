package dev.roomline.sandbox;

import java.time.Clock;
import java.util.PriorityQueue;

/** The account's queue: a render holds a place until it is finished, fetched or not. */
final class Queue {
  private final int places;
  private final Clock clock;
  private final PriorityQueue<Long> readyAt = new PriorityQueue<>();
  private int held;
  private int most;

  Queue(int places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  synchronized boolean enter() {
    int queued = now();
    if (places > 0 && queued >= places) return false;
    held++;
    most = Math.max(most, queued + 1);
    return true;
  }

  synchronized void leave() {
    held--;
  }

  /** Uses the clock of fetches, so that a place is free as soon as a fetch says "ready". */
  synchronized void leaveAt(long millis) {
    held--;
    readyAt.add(millis);
  }

  /** The number of queued renders. */
  synchronized int now() {
    var now = clock.millis();
    while (!readyAt.isEmpty() && readyAt.element() <= now) readyAt.remove();
    return held + readyAt.size();
  }

  /** Resets the recorded maximum. */
  synchronized void resetMost() {
    most = now();
  }

  synchronized int most() {
    return most;
  }
}
