package dev.roomline.jobfile;

import dev.roomline.jobfile.JobFile.Latency;
import dev.roomline.jobfile.JobFile.SandboxWishes;
import java.math.BigDecimal;
import java.time.Duration;

/** Reads how the sandbox should behave. */
record SandboxSection(JobFileValues settings) {
  private static final Duration LONGEST = Duration.ofHours(1);

  SandboxWishes read() {
    return new SandboxWishes(
        settings.read("sandbox.latency", SandboxSection::latency).orElse(null),
        settings.number("sandbox.processing", 0, 1).map(BigDecimal::doubleValue).orElse(null),
        settings.whole("sandbox.queue", 1, 100_000).map(Long::intValue).orElse(null),
        settings.rate("sandbox.requests-per-minute").orElse(null),
        settings.whole("sandbox.credits", 0, Integer.MAX_VALUE).orElse(null));
  }

  private static Latency latency(String text) {
    var dots = text.indexOf("..");
    var median = duration(dots < 0 ? text : text.substring(0, dots), text);
    var p99 = duration(dots < 0 ? text : text.substring(dots + 2), text);
    if (median.compareTo(p99) <= 0 && p99.compareTo(LONGEST) <= 0) return new Latency(median, p99);
    throw new IllegalArgumentException("is " + text + "; write the shorter time first, at most 1h");
  }

  private static Duration duration(String part, String text) {
    return Durations.parse(part)
        .orElseThrow(() -> new IllegalArgumentException(
            "is '" + text + "'; write a time such as 800ms, or two as in 2s..10s"));
  }
}
