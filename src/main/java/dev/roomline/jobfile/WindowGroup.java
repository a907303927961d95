package dev.roomline.jobfile;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** Reads until when may be bought. */
record WindowGroup(Settings settings) {
  private static final Duration LONGEST = Duration.ofDays(7);

  Window read() {
    return new Window(
        settings.read("window.until", WindowGroup::until).orElse(null),
        settings.duration("window.max-duration", Duration.ofSeconds(1), LONGEST).orElse(null),
        settings.read("window.zone", WindowGroup::zone).orElse(ZoneId.systemDefault()));
  }

  private static Until until(String text) {
    return Until.parse(text)
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
