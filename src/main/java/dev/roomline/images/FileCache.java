package dev.roomline.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Caches a value per file: an unchanged file is read once. */
final class FileCache<T> {
  private static final int REMEMBERED = 10_000;

  private record Seen(Path file, long size, FileTime changed) {}

  /** What is found in a file, which may not be null. */
  interface Reading<T> {
    T of(Path file) throws IOException;
  }

  private final Reading<T> reading;
  private final LruCache<Seen, T> known = new LruCache<>(REMEMBERED);

  FileCache(Reading<T> reading) {
    this.reading = reading;
  }

  synchronized T of(Path file) throws IOException {
    var seen = new Seen(file, Files.size(file), Files.getLastModifiedTime(file));
    var found = known.get(seen);
    if (found == null) {
      found = reading.of(file);
      known.put(seen, found);
    }
    return found;
  }
}
