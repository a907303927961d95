package dev.roomline.jobfile;

import dev.roomline.domain.HttpOrigin;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks a setting that is a URL to which a secret is sent. */
final class UrlSetting {
  private UrlSetting() {}

  /** What is wrong with it, or null. */
  static @Nullable String problem(String url) {
    var uri = parsed(HttpOrigin.withScheme(url));
    if (uri == null || uri.getHost() == null) {
      return "is not a web address; write sandbox or https://HOST";
    }
    if (uri.getRawUserInfo() != null) return "contains a user name or password; remove them";
    return HttpOrigin.of(uri).filter(HttpOrigin::mayCarrySecrets).isPresent()
        ? null
        : "would send the API key unencrypted; write https://";
  }

  private static @Nullable URI parsed(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
