package dev.roomline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Until when a run may buy. */
final class WindowOptions {
  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Buy until 06:00, or 2026-10-25T06:00; what is on its way is awaited.")
  private @Nullable String until;

  @Option(
      names = "--max-duration",
      paramLabel = "TIME",
      description = "Buy for at most this long, such as 4h, waiting for the lock included.")
  private @Nullable String longest;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Whose clock --until means, such as Europe/Berlin; else this machine's.")
  private @Nullable String zone;

  /** The keys of the sheet that they replace. */
  Map<String, String> overrides() {
    var overrides = new LinkedHashMap<String, String>();
    if (until != null) overrides.put("window.until", until);
    if (longest != null) overrides.put("window.max-duration", longest);
    if (zone != null) overrides.put("window.zone", zone);
    return overrides;
  }
}
