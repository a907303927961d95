package dev.roomline.jobfile;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** Reads until when renders may be paid for. */
record WindowSection(JobFileValues settings) {
  private static final Duration LONGEST = Duration.ofDays(7);

  BuyingWindow read() {
    return new BuyingWindow(
        settings.read("window.until", WindowSection::until).orElse(null),
        settings.duration("window.max-duration", Duration.ofSeconds(1), LONGEST).orElse(null),
        settings.read("window.zone", WindowSection::zone).orElse(ZoneId.systemDefault()));
  }

  private static WallClockTime until(String text) {
    return WallClockTime.parse(text)
        .orElseThrow(() -> new IllegalArgumentException(
            "is '" + text + "'; write a time such as \"06:00\", or 2026-10-25T06:00"));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is '" + text + "'; write one such as Europe/Berlin", e);
    }
  }
}
