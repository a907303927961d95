package dev.roomline.job;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** Counts rows as they end, in whatever order they do. */
final class Tally {
  private static final Set<Status> WELL =
      EnumSet.of(Status.RENDERED, Status.REVIEW, Status.RENDERING);

  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /** A row that is not bought yet is not done either. */
  void count(Status status) {
    if (status == Status.NOT_BOUGHT) return;
    done.increment();
    if (!WELL.contains(status)) failed.increment();
  }

  long done() {
    return done.sum();
  }

  /** Rows that ended without a picture and without one to come. */
  long failed() {
    return failed.sum();
  }
}
