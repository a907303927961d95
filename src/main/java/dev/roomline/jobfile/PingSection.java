package dev.roomline.jobfile;

import dev.roomline.jobfile.JobFile.Ping;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads the addresses that are pinged at a run's start and end. */
record PingSection(JobFileValues settings) {

  Ping read() {
    return new Ping(address("ping.start"), address("ping.success"), address("ping.failure"));
  }

  private @Nullable URI address(String key) {
    return settings.read(key, PingSection::parsed).orElse(null);
  }

  private static URI parsed(String text) {
    var problem = text.contains("://")
        ? UrlSetting.problem(text)
        : "is not a web address; write https://HOST/…";
    // It may be a secret: complaints do not repeat it.
    if (problem == null) return URI.create(text);
    throw new IllegalArgumentException(
        problem.contains("unencrypted") ? "would be sent unencrypted; write https://" : problem);
  }
}
