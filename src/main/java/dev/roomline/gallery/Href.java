package dev.roomline.gallery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Encodes paths as links: a link leads to its file, whatever the file's name is. */
final class Href {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Href() {}

  static void check(String path) {
    var climbs = Arrays.asList(path.split("/", -1)).contains("..");
    if (path.isEmpty() || path.startsWith("/") || climbs)
      throw new IllegalArgumentException("'" + path + "' does not lie below the page");
  }

  static String of(String path) {
    var link = new StringBuilder(path.length() + 8);
    for (var code : path.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(code) >= 0) link.append((char) code);
      else link.append('%').append(HEX[(code >> 4) & 15]).append(HEX[code & 15]);
    }
    return link.toString();
  }
}
