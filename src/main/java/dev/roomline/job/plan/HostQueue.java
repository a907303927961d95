package dev.roomline.job.plan;

import dev.roomline.images.PhotoProbe;
import dev.roomline.images.PhotoProbe.Objection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The photo addresses of one host, checked one after the other as long as the host answers. */
final class HostQueue {
  private static final int MOST_FAILED = 5;

  private final Queue<PhotoUrlCheck> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failedInARow = new AtomicInteger();

  void add(PhotoUrlCheck call) {
    open.add(call);
  }

  /** Checks until none is left. Several threads may call it at the same time. */
  void ask(PhotoProbe probe) {
    while (failedInARow.get() < MOST_FAILED) {
      var call = open.poll();
      if (call == null) return;
      var answer = probe.ask(call.url());
      call.answered(answer);
      if (answer.map(Objection::passing).orElse(false)) failedInARow.incrementAndGet();
      else failedInARow.set(0);
    }
  }
}
