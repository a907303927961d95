package dev.roomline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rooms' photos as they lie in a folder; nothing outside the folder can be seen. */
record PhotoFolder(@Nullable Path folder) {
  static final String PATH = "/photos/";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** A photo of this or an earlier sandbox by its file name, any other by a hash of its URL. */
  static String name(String image) {
    var local = local(image);
    if (local != null) return local;
    var path = image.split("[?#]", 2)[0];
    return path.substring(path.lastIndexOf('/') + 1)
        + "~"
        + Dice.fingerprint(image).substring(0, 16);
  }

  /** Whether the vendor could fetch it: any web address, and of our own photos those that exist. */
  boolean reachable(String image) {
    if (!image.startsWith("http://") && !image.startsWith("https://")) return false;
    var local = local(image);
    return local == null || folder == null || file(local) != null;
  }

  /** The file of that name; null where there is none, or it lies elsewhere. */
  @Nullable
  Path file(String name) {
    if (folder == null) return null;
    try {
      var root = folder.toRealPath();
      var file = root.resolve(name).toRealPath();
      return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
    } catch (IOException | InvalidPathException none) {
      return null;
    }
  }

  private static @Nullable String local(String image) {
    try {
      var uri = new URI(image);
      var path = uri.getPath();
      var ours = uri.getHost() != null
          && LOOPBACK.contains(uri.getHost())
          && path.startsWith(PATH)
          && path.length() > PATH.length();
      return ours ? path.substring(PATH.length()) : null;
    } catch (URISyntaxException odd) {
      return null;
    }
  }
}
