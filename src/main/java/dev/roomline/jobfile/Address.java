package dev.roomline.jobfile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks the endpoint's address of a job file: is it valid, and does it cost money? */
final class Address {
  static final String SANDBOX = "sandbox";

  private Address() {}

  /** What is wrong with it, or null. */
  static @Nullable String problem(String url) {
    if (url.equals(SANDBOX)) return null;
    var uri = parsed(url);
    if (uri == null || uri.getHost() == null) {
      return "is not a web address; write sandbox or https://HOST";
    }
    if (uri.getRawUserInfo() != null) return "contains a user name or password; remove them";
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https") || (scheme.equals("http") && isLoopback(uri.getHost()))) return null;
    return "would send the API key unencrypted; write https://";
  }

  /** Whether renders from there may cost money. */
  static boolean isPaid(String url) {
    if (url.equals(SANDBOX)) return false;
    var uri = parsed(url);
    return uri == null || uri.getHost() == null || !isLoopback(uri.getHost());
  }

  private static @Nullable URI parsed(String url) {
    try {
      return new URI(url.contains("://") ? url : "https://" + url);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  // By its text alone: a name that merely resolves to loopback today is not safe to trust.
  private static boolean isLoopback(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("[::1]")
        || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
