package dev.roomline.jobfile;

import dev.roomline.jobfile.JobFile.Ping;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads which monitor is told of a run. */
record PingSection(JobFileValues settings) {

  Ping read() {
    return new Ping(address("ping.start"), address("ping.success"), address("ping.failure"));
  }

  private @Nullable URI address(String key) {
    return settings.read(key, PingSection::parsed).orElse(null);
  }

  private static URI parsed(String text) {
    var problem =
        text.contains("://") ? UrlSetting.problem(text) : "is no address; write https://host/…";
    // It may be a secret: complaints do not repeat it.
    if (problem == null) return URI.create(text);
    throw new IllegalArgumentException(
        problem.contains("clear") ? "could be read on its way; write https://" : problem);
  }
}
