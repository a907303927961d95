package dev.roomline.render.limits;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Reports each long pause that a busy provider asks for once, however many answers ask for it. Safe
 * for several threads.
 */
final class PauseNews {
  private static final Duration WORTH_TELLING = Duration.ofSeconds(10);

  private final LongSupplier nanos;
  private volatile Consumer<String> reader = sentence -> {};
  private long toldUntil;

  /**
   * @param nanos a monotonic clock
   */
  PauseNews(LongSupplier nanos) {
    this.nanos = nanos;
    this.toldUntil = nanos.getAsLong();
  }

  /** Sets the reader of further reports. */
  void readBy(Consumer<String> reader) {
    this.reader = reader;
  }

  /** Reports a pause from now, if it is long and not reported yet. */
  void paused(Duration pause) {
    if (isNews(pause)) {
      reader.accept("The provider answered \"too many requests\"; waiting " + pause.toSeconds()
          + " s before the next request.");
    }
  }

  private synchronized boolean isNews(Duration pause) {
    var end = nanos.getAsLong() + pause.toNanos();
    var longer = Duration.ofNanos(end - toldUntil).compareTo(WORTH_TELLING) > 0;
    if (!longer || pause.compareTo(WORTH_TELLING) <= 0) return false;
    toldUntil = end;
    return true;
  }
}
