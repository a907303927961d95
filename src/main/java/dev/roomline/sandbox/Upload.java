package dev.roomline.sandbox;

import java.awt.Dimension;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded picture.
 *
 * @param path where it is served
 * @param name what renders call it: the same for the same bytes, and it tells their shape even to a
 *     later sandbox that never saw them
 * @param until when the link expires
 */
record Upload(long id, String path, String name, Instant until) {
  private static final Pattern NAME = Pattern.compile("upload-(\\d{1,5})x(\\d{1,5})-[0-9a-f]{16}");

  static String name(Dimension size, String digest) {
    return "upload-" + size.width + "x" + size.height + "-" + digest.substring(0, 16);
  }

  /** Null if the name is not that of an upload. */
  static @Nullable Dimension shape(String name) {
    var found = NAME.matcher(name);
    return found.matches()
        ? new Dimension(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))
        : null;
  }
}
