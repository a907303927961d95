package dev.roomline.job.batch;

import dev.roomline.domain.ResultStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** Counts finished lines, in whatever order they finish, and the lines expected in all. */
public final class ProgressCounter {
  private static final Set<ResultStatus> SUCCESSFUL =
      EnumSet.of(ResultStatus.RENDERED, ResultStatus.REVIEW, ResultStatus.RENDERING);

  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder spared = new LongAdder();
  private final long asked;

  /**
   * @param asked lines the room list would have if all its rows were valid
   */
  ProgressCounter(long asked) {
    this.asked = asked;
  }

  /** Counts a finished line; one that is not paid for yet is not finished. */
  void count(ResultStatus status) {
    if (status == ResultStatus.NOT_BOUGHT) return;
    done.increment();
    if (!SUCCESSFUL.contains(status)) failed.increment();
  }

  /** Expects fewer lines, because an invalid row has only one. */
  void spare(int lines) {
    spared.add(lines);
  }

  /** Lines there will be, as far as is known. */
  public long expected() {
    return asked - spared.sum();
  }

  /** Lines that are finished. */
  public long done() {
    return done.sum();
  }

  /** Lines that ended without a picture and without one to come. */
  public long failed() {
    return failed.sum();
  }
}
