package dev.roomline.jobfile;

import java.time.Duration;
import java.time.ZoneId;

/** Reads until when renders may be paid for. */
record WindowSection(JobFileValues settings) {
  private static final Duration LONGEST = Duration.ofDays(7);

  BuyingWindow read() {
    return new BuyingWindow(
        settings.read("window.until", WindowSection::until).orElse(null),
        settings.duration("window.max-duration", Duration.ofSeconds(1), LONGEST).orElse(null),
        settings.read("window.zone", TimeZoneSetting::parse).orElse(ZoneId.systemDefault()));
  }

  private static WallClockTime until(String text) {
    return WallClockTime.parse(text)
        .orElseThrow(() -> new IllegalArgumentException(
            "is '" + text + "'; write a time such as \"06:00\", or 2026-10-25T06:00"));
  }
}
