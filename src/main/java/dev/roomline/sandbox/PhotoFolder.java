package dev.roomline.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
      var file = root.resolve(name).toRealPath();
      return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
    } catch (IOException | InvalidPathException none) {
      return null;
    }
  }
}
