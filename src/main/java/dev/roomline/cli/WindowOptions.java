package dev.roomline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for how long a run may pay for renders. */
final class WindowOptions {
  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Start renders until 06:00, or 2026-10-25T06:00. Those sent are awaited.")
  private @Nullable String until;

  @Option(
      names = "--max-duration",
      paramLabel = "TIME",
      description = "Start renders for at most this long, such as 4h. --wait counts too.")
  private @Nullable String longest;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of --until, such as Europe/Berlin. Default: this machine's")
  private @Nullable String zone;

  /** The keys of the job file that they replace. */
  Map<String, String> overrides() {
    var overrides = new LinkedHashMap<String, String>();
    if (until != null) overrides.put("window.until", until);
    if (longest != null) overrides.put("window.max-duration", longest);
    if (zone != null) overrides.put("window.zone", zone);
    return overrides;
  }
}
