package dev.roomline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A photo on disk. */
record Original(Path file, String type) {

  Response answer() {
    try {
      return Response.of(200, type, ResponseBody.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
