package dev.roomline.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of an http or https URL, in one spelling: lower case, without the dot that
 * may end a host, and with a port even where the URL leaves it out.
 *
 * @param host as a URL has it: an IPv6 address in brackets
 */
public record HttpOrigin(String scheme, String host, int port) {

  // By its text alone: a name that merely resolves to loopback today is not safe to trust.
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  public HttpOrigin {
    scheme = scheme.toLowerCase(Locale.ROOT);
    host = host.toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) host = host.substring(0, host.length() - 1);
    if (port < 0) port = usualPort(scheme);
  }

  /** The origin of a URL; empty if the text is no http or https URL with a host. */
  public static Optional<HttpOrigin> parse(String url) {
    try {
      return of(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The origin of a URI; empty if it is no http or https URL with a host. */
  public static Optional<HttpOrigin> of(URI uri) {
    var http =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    return http && uri.getHost() != null
        ? Optional.of(new HttpOrigin(uri.getScheme(), uri.getHost(), uri.getPort()))
        : Optional.empty();
  }

  /** The URL that a person means who leaves {@code https://} out. */
  public static String withScheme(String url) {
    return url.contains("://") ? url : "https://" + url;
  }

  /** The port that a URL of this scheme need not name. */
  public static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** Whether it is this machine, as its name or address says. */
  public boolean isLoopback() {
    return LOOPBACK.matcher(host).matches();
  }

  /** Whether a secret may travel there: it is encrypted, or does not leave this machine. */
  public boolean mayCarrySecrets() {
    return scheme.equals("https") || isLoopback();
  }

  /** Whether this URL has the same scheme, host and port, and no user or password. */
  public boolean sameOrigin(String url) {
    try {
      var uri = new URI(url);
      return uri.getRawUserInfo() == null && of(uri).filter(this::equals).isPresent();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether a URL need not name the port. */
  public boolean hasUsualPort() {
    return port == usualPort(scheme);
  }

  /** Host and port as in the Host header: an unusual port is named. */
  public String authority() {
    return hasUsualPort() ? host : host + ":" + port;
  }

  /** As the beginning of a URL. */
  @Override
  public String toString() {
    return scheme + "://" + authority();
  }
}
