package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * The same work for jar and loop.
 *
 * @param atOnce renders on their way at a time: the jar's {@code limits.in-flight}, the loop's
 *     threads
 * @param perMinute the rate limit of both; 0 is none
 * @param burst what the jar may send at once before the rate limit applies; the loop has no burst
 * @param sandbox further options of the sandbox
 */
record LoadProfile(
    String name, int rows, int atOnce, int perMinute, int burst, List<String> sandbox) {
  private static final int FEWEST_FOR_WARMTH = 100;
  private static final int MOST_FOR_WARMTH = 5_000;

  static LoadProfile unpaced(String name, int rows, int atOnce, String sandbox) {
    return new LoadProfile(name, rows, atOnce, 0, 1, BenchmarkContext.words(sandbox));
  }

  /** Zero latency, no limits and no log per render, so that only the overhead is measured. */
  static LoadProfile free(String name, int rows) {
    return unpaced(name, rows, 64, "--latency 0ms --no-counts");
  }

  /** The renders that warm the sandbox up before anything is measured. */
  int rowsForWarmth() {
    return Math.min(MOST_FOR_WARMTH, Math.max(FEWEST_FOR_WARMTH, rows / 4));
  }

  /** The jar's settings, as a user would give them. */
  List<String> settings() {
    var pace = perMinute == 0 ? "unlimited" : Integer.toString(perMinute);
    var settings = new ArrayList<String>();
    for (var setting : new String[] {
      "limits.requests-per-minute=" + pace,
      "limits.burst=" + burst,
      "limits.in-flight=" + atOnce,
      "keep-originals=false"
    }) {
      settings.add("--set");
      settings.add(setting);
    }
    return settings;
  }
}
