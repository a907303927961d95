package dev.roomline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A photo as it lies on disk. */
record Original(Path file, String type) {

  Answer answer() {
    try {
      return Answer.of(200, type, Body.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
