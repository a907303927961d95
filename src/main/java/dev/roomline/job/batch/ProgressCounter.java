package dev.roomline.job.batch;

import dev.roomline.domain.ResultStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** Counts lines as they end, in whatever order they do, against all that are to come. */
public final class ProgressCounter {
  private static final Set<ResultStatus> WELL =
      EnumSet.of(ResultStatus.RENDERED, ResultStatus.REVIEW, ResultStatus.RENDERING);

  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder spared = new LongAdder();
  private final long asked;

  /**
   * @param asked lines the rooms file would have if all its rows were right
   */
  ProgressCounter(long asked) {
    this.asked = asked;
  }

  /** A line that is not bought yet is not done either. */
  void count(ResultStatus status) {
    if (status == ResultStatus.NOT_BOUGHT) return;
    done.increment();
    if (!WELL.contains(status)) failed.increment();
  }

  /** An invalid row has fewer lines than it asked for. */
  void spare(int lines) {
    spared.add(lines);
  }

  /** Lines there will be, as far as is known. */
  public long expected() {
    return asked - spared.sum();
  }

  public long done() {
    return done.sum();
  }

  /** Lines that ended without a picture and without one to come. */
  public long failed() {
    return failed.sum();
  }
}
