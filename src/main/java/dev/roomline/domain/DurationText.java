package dev.roomline.domain;

import java.time.Duration;
import java.util.Locale;

/** A duration as settings write it: {@code 5m}, {@code 1m30s}, {@code 0.5s}. */
public final class DurationText {
  private DurationText() {}

  /** The duration in hours, minutes and seconds, as short as it is exact. */
  public static String of(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
