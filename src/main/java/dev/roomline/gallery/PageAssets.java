package dev.roomline.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Style and scripts, and the content security policy that admits only these, so that text from a
 * room list is never executed, even if the escaping failed.
 */
record PageAssets(String css, String early, String script) {
  private static final List<String> CSS = List.of(
      "colours.css", "page.css", "filters.css", "room.css", "compare.css", "view.css", "media.css");
  private static final List<String> SCRIPTS =
      List.of("compare.js", "copy.js", "theme.js", "filters.js", "view.js");

  static PageAssets load() {
    return new PageAssets(text(CSS), text(List.of("early.js")), text(SCRIPTS));
  }

  String policy() {
    return String.join(
        "; ",
        "default-src 'none'",
        "img-src 'self' file: data:",
        "style-src " + hash(css),
        "script-src " + hash(early) + " " + hash(script),
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'");
  }

  private static String hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(List<String> names) {
    return names.stream().map(PageAssets::text).collect(Collectors.joining());
  }

  /** The file's text with LF line ends, as a browser hashes it. */
  static String text(String name) {
    try (var in = PageAssets.class.getResourceAsStream("/gallery/" + name)) {
      if (in == null) throw new IllegalStateException("gallery/" + name + " is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
