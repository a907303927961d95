package dev.roomline.images;

import dev.roomline.domain.Excerpt;
import dev.roomline.domain.HttpOrigin;
import dev.roomline.domain.Photo;
import dev.roomline.download.PercentEncoding;
import dev.roomline.images.PhotoSource.Found;
import dev.roomline.images.PhotoSource.Missing;
import dev.roomline.images.PhotoSource.There;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an absolute http or https address of a photo. */
final class PhotoUrl {
  private PhotoUrl() {}

  /**
   * Reads an address.
   *
   * @param ignored query parameters, in lower case, that do not make it another photo
   */
  static Found read(String text, Set<String> ignored) {
    if (text.chars().anyMatch(Character::isWhitespace)) {
      return new Missing(Excerpt.of(text) + " contains a space; write %20 instead");
    }
    try {
      return read(new URI(text), ignored);
    } catch (URISyntaxException e) {
      return malformed(
          e.getReason() + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)));
    }
  }

  private static Found read(URI uri, Set<String> ignored) {
    var authority = uri.getRawAuthority();
    if (authority == null) return malformed("it has no host");
    // Not shown and not sent on: the part before the @ is a secret.
    if (authority.indexOf('@') >= 0) {
      return new Missing(
          "the address contains a user name or password; use a public or signed address");
    }
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    var colon = authority.lastIndexOf(':');
    var hasPort = colon > authority.lastIndexOf(']');
    var host = host(hasPort ? authority.substring(0, colon) : authority);
    if (host == null) return malformed("its host is invalid");
    var port = hasPort ? authority.substring(colon) : "";
    if (!isPort(port)) return malformed("its port is invalid");

    var path = PercentEncoding.illegal(uri.getRawPath());
    var query = uri.getRawQuery() == null ? "" : PercentEncoding.illegal(uri.getRawQuery());
    var plainPort = port.equals(":" + HttpOrigin.usualPort(scheme)) ? "" : port;
    return new There(new Photo(
        scheme + "://" + host + port + path + asked(query),
        scheme + "://" + host + plainPort + path
            + asked(SignedUrlParameters.removedFrom(query, ignored)),
        null));
  }

  // java.net.URI knows no host with an underscore, but buckets have them.
  private static @Nullable String host(String text) {
    if (text.startsWith("[") && text.endsWith("]")) return text.toLowerCase(Locale.ROOT);
    try {
      var host = IDN.toASCII(text).toLowerCase(Locale.ROOT);
      var legal =
          host.chars().allMatch(c -> "abcdefghijklmnopqrstuvwxyz0123456789-._".indexOf(c) >= 0);
      return legal && !host.isEmpty() ? host : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isPort(String colonAndDigits) {
    if (colonAndDigits.isEmpty()) return true;
    try {
      var port = Integer.parseInt(colonAndDigits.substring(1));
      return port > 0 && port < 65_536;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String asked(String query) {
    return query.isEmpty() ? "" : "?" + query;
  }

  private static Missing malformed(String reason) {
    return new Missing("the address is malformed (" + reason + "); copy it again");
  }
}
