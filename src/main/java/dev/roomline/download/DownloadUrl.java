package dev.roomline.download;

import dev.roomline.domain.HttpOrigin;
import dev.roomline.download.DownloadResult.Forbidden;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A web address in parts, parsed so strictly that it has one meaning only.
 *
 * @param host a name or an address in its plain form, lower case, without brackets
 * @param path the path and what is asked, as it is sent
 */
record DownloadUrl(String scheme, String host, int port, String path) implements Step {
  private static final int LONGEST = 8192;
  private static final Pattern FORM =
      Pattern.compile("(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(?:#.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([1-9]\\d{0,4}))?");
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");

  /** Blanks, line ends, invisible characters, and halves of surrogate pairs. */
  private static final Set<Byte> FORBIDDEN_TYPES = Set.of(
      Character.CONTROL,
      Character.FORMAT,
      Character.LINE_SEPARATOR,
      Character.PARAGRAPH_SEPARATOR,
      Character.SPACE_SEPARATOR,
      Character.SURROGATE);

  /** The URL in parts, or why it cannot be used. */
  static Step read(String url) {
    if (url.length() > LONGEST) return malformed("it is too long");
    if (url.codePoints().anyMatch(DownloadUrl::isForbidden)) {
      return malformed("it contains a space, a backslash or a control character");
    }
    var parts = FORM.matcher(url);
    if (!parts.matches()) {
      return new Forbidden(
          "the address is not an http or https address", "write one that begins with https://");
    }
    var authority = parts.group(2);
    // Not shown: what stands before the @ is a secret.
    if (authority.indexOf('@') >= 0) {
      return new Forbidden(
          "the address contains a user name or password", "use a public address or a signed one");
    }
    var query = parts.group(4) == null ? "" : parts.group(4);
    var path = parts.group(3).isEmpty() ? "/" : parts.group(3);
    return read(lower(parts.group(1)), authority, PercentEncoding.illegal(path + query));
  }

  private static Step read(String scheme, String authority, String path) {
    var parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) return malformed("its host or port is invalid");
    var port =
        parts.group(2) == null ? HttpOrigin.usualPort(scheme) : Integer.parseInt(parts.group(2));
    if (port > 65_535) return malformed("its port is invalid");
    var text = lower(parts.group(1));
    var six = text.startsWith("[");
    var host = six ? text.substring(1, text.length() - 1) : text;
    if (six || IpLiteral.looksNumeric(host)) {
      return IpLiteral.read(host) == null
          ? malformed("its host is an encoded number")
          : new DownloadUrl(scheme, host, port, path);
    }
    return isName(host)
        ? new DownloadUrl(scheme, host, port, path)
        : malformed("its host is not a name");
  }

  /** Whether this is a host name and no numeric address. */
  static boolean isName(String host) {
    return NAME.matcher(host).matches() && !IpLiteral.looksNumeric(host);
  }

  /** Where a redirect leads from here. */
  Step follow(String location) {
    if (location.codePoints().anyMatch(DownloadUrl::isForbidden)) {
      return malformed("a redirect contains a space, a backslash or a control character");
    }
    var step = read(absolute(location.replaceFirst("#.*", "")));
    if (step instanceof DownloadUrl next
        && scheme.equals("https")
        && !next.scheme.equals("https")) {
      return new Forbidden(
          "the address redirects from https to http", "ask the host to redirect to https only");
    }
    return step;
  }

  String origin() {
    return httpOrigin().toString();
  }

  /** Host and port, as the Host header has them. */
  String authority() {
    return httpOrigin().authority();
  }

  boolean isUsualPort() {
    return httpOrigin().hasUsualPort();
  }

  private HttpOrigin httpOrigin() {
    return new HttpOrigin(scheme, host.indexOf(':') < 0 ? host : "[" + host + "]", port);
  }

  private String absolute(String location) {
    if (SCHEME.matcher(location).lookingAt()) return location;
    if (location.startsWith("//")) return scheme + ":" + location;
    if (location.startsWith("/")) return origin() + location;
    var here = path.replaceFirst("\\?.*", "");
    if (location.isEmpty() || location.startsWith("?")) return origin() + here + location;
    try {
      return new URI(origin() + here)
          .resolve(new URI(PercentEncoding.illegal(location)))
          .toString();
    } catch (URISyntaxException e) {
      return origin() + here.substring(0, here.lastIndexOf('/') + 1) + location;
    }
  }

  private static boolean isForbidden(int c) {
    return c == '\\' || FORBIDDEN_TYPES.contains((byte) Character.getType(c));
  }

  private static Forbidden malformed(String reason) {
    return new Forbidden("the address is malformed (" + reason + ")", "write the plain address");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
