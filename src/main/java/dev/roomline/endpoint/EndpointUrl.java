package dev.roomline.endpoint;

import dev.roomline.domain.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code endpoint.url} taken apart: the base, and the family if the URL names one. */
record EndpointUrl(URI base, @Nullable ApiFamily family) {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
  private static final Pattern VENDOR =
      Pattern.compile("//(www\\.)?(stablediffusionapi|modelslab)\\.com(?=[:/]|$)");
  private static final Pattern PART_OF_THE_API = Pattern.compile(".*/api/v\\d.*");

  static EndpointUrl parse(String url) {
    var uri = web(url);
    var path = uri.normalize().getRawPath().replaceAll("/+$", "");
    for (var family : ApiFamily.values()) {
      if (path.endsWith(family.createPath())) {
        var before = path.substring(0, path.length() - family.createPath().length());
        return new EndpointUrl(URI.create(origin(uri) + before), family);
      }
    }
    if (PART_OF_THE_API.matcher(path).matches()) {
      throw bad(
          url,
          "is neither a base nor a create URL",
          "use " + origin(uri) + " or " + origin(uri) + ApiFamily.V6.createPath());
    }
    return new EndpointUrl(URI.create(origin(uri) + path), null);
  }

  /** Whether {@code url} may be shown the key: same scheme, host and port as {@code base}. */
  static boolean sameOrigin(URI base, String url) {
    try {
      var uri = new URI(url);
      return uri.getScheme() != null
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && origin(uri).equals(origin(base));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static String canonical(URI base) {
    return VENDOR.matcher(base.toString()).replaceFirst("//modelslab.com");
  }

  private static URI web(String url) {
    var text = url.strip();
    var uri = uri(url, text.contains("://") ? text : "https://" + text);
    var http = "http".equalsIgnoreCase(uri.getScheme());
    if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw bad(url, "is not a web address", "use https://HOST");
    }
    if (uri.getRawUserInfo() != null) {
      throw bad(url, "contains a user or password", "put the key into ROOMLINE_API_KEY");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw bad(url, "has a query or fragment", "remove everything from ? or # on");
    }
    if (uri.getPort() > 65_535) throw bad(url, "has an invalid port", "use one up to 65535");
    if (uri.getHost() == null) throw bad(url, "has no host", "use https://HOST");
    if (http && !LOOPBACK.matcher(lower(uri.getHost())).matches()) {
      throw bad(url, "would send the key unencrypted", "use https (http is for loopback only)");
    }
    return uri;
  }

  private static URI uri(String url, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw bad(url, "is not a web address", "use https://HOST");
    }
  }

  static String origin(URI uri) {
    var scheme = lower(uri.getScheme());
    var usual = scheme.equals("https") ? 443 : 80;
    var port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    return scheme + "://" + lower(uri.getHost()) + port;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static InvalidInputException bad(String url, String problem, String remedy) {
    var shown = url.replaceAll("[^/]*@", "…@").replaceAll("[?#].*", "?…"); // may hold secrets
    return new InvalidInputException("endpoint.url '" + shown + "' " + problem + ": " + remedy);
  }
}
