package dev.roomline.render;

import java.nio.file.Path;

/** Makes of a photo's file what is uploaded of it: within the vendor's limits, telling no secrets. */
@FunctionalInterface
public interface PhotoCopies {

  /** The copy of one photo; whatever the file holds is an answer, never an exception. */
  Copy of(Path file);

  /** What copying came to. */
  sealed interface Copy {}

  /** The bytes to upload, not to be changed, and their true type, such as {@code image/jpeg}. */
  @SuppressWarnings("ArrayRecordComponent")
  record Ready(byte[] bytes, String mime) implements Copy {}

  /** There is no copy; the words say why. */
  record Unreadable(String words) implements Copy {}
}
