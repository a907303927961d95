package dev.roomline.endpoint;

import dev.roomline.domain.HttpOrigin;
import dev.roomline.domain.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code endpoint.url} taken apart: the base, and the family if the URL names one. */
record EndpointUrl(URI base, @Nullable ApiFamily family) {

  private static final Pattern PROVIDER =
      Pattern.compile("//(www\\.)?(stablediffusionapi|modelslab)\\.com(?=[:/]|$)");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("//(localhost|127\\.0\\.0\\.1|\\[::1]|\\[0:0:0:0:0:0:0:1])(?=[:/]|$)");
  private static final Pattern PART_OF_THE_API = Pattern.compile(".*/api/v\\d.*");

  static EndpointUrl parse(String url) {
    var uri = web(url);
    var origin = HttpOrigin.of(uri).orElseThrow();
    var path = uri.normalize().getRawPath().replaceAll("/+$", "");
    for (var family : ApiFamily.values()) {
      if (path.endsWith(family.createPath())) {
        var before = path.substring(0, path.length() - family.createPath().length());
        return new EndpointUrl(URI.create(origin + before), family);
      }
    }
    if (PART_OF_THE_API.matcher(path).matches()) {
      throw bad(
          url,
          "is neither a base nor a create URL",
          "use " + origin + " or " + origin + ApiFamily.V6.createPath());
    }
    return new EndpointUrl(URI.create(origin + path), null);
  }

  static String canonical(URI base) {
    var local = THIS_MACHINE.matcher(base.toString()).replaceFirst("//127.0.0.1");
    return PROVIDER.matcher(local).replaceFirst("//modelslab.com");
  }

  /** What {@link #canonical} said of this machine's other names. */
  static Stream<String> formerNames(URI base) {
    return Stream.of("//localhost", "//[::1]", "//[0:0:0:0:0:0:0:1]")
        .map(name -> THIS_MACHINE.matcher(base.toString()).replaceFirst(name));
  }

  private static URI web(String url) {
    var text = url.strip();
    var uri = uri(url, HttpOrigin.withScheme(text));
    if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw bad(url, "is not a web address", "use https://HOST");
    }
    if (uri.getRawUserInfo() != null) {
      throw bad(url, "contains a user or password", "put the key into ROOMLINE_API_KEY");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw bad(url, "has a query or fragment", "remove everything from ? or # on");
    }
    if (uri.getPort() > 65_535) throw bad(url, "has an invalid port", "use one up to 65535");
    var origin = HttpOrigin.of(uri).orElseThrow(() -> bad(url, "has no host", "use https://HOST"));
    if (!origin.mayCarrySecrets()) {
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

  private static InvalidInputException bad(String url, String problem, String remedy) {
    var shown = url.replaceAll("[^/]*@", "…@").replaceAll("[?#].*", "?…"); // may hold secrets
    return new InvalidInputException("endpoint.url '" + shown + "' " + problem + ": " + remedy);
  }
}
