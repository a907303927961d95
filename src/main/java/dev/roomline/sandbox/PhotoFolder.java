package dev.roomline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The photos of a folder; files outside of it cannot be read. */
record PhotoFolder(@Nullable Path folder) {
  static final String PATH = "/photos/";

  /** A photo's file name by the path of its address; null for any other path. */
  static @Nullable String name(String path) {
    return path.startsWith(PATH) && path.length() > PATH.length()
        ? path.substring(PATH.length())
        : null;
  }

  /** The file of that name; null if there is none, or if it lies outside of the folder. */
  @Nullable
  Path file(String name) {
    if (folder == null) return null;
    try {
      var root = folder.toRealPath();
      var file = file(root, name).toRealPath();
      return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
    } catch (IOException | IllegalArgumentException none) {
      return null;
    }
  }

  /** By its address, which carries the name's bytes whatever the locale makes of them. */
  private static Path file(Path root, String name) {
    if (name.chars().allMatch(letter -> letter < 128)) return root.resolve(name);
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return Path.of(URI.create(root.toUri() + encoded.replace("+", "%20").replace("%2F", "/")));
  }
}
