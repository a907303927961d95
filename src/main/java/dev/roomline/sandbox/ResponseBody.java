package dev.roomline.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of an answer. A large one is streamed, never held in memory. */
sealed interface ResponseBody {
  /** The Content-Length header; -1 for none. */
  long size();

  InputStream open() throws IOException;

  static ResponseBody of(byte[] bytes) {
    return new Held(bytes);
  }

  static ResponseBody of(Path file) throws IOException {
    return new Stored(file, Files.size(file));
  }

  /** Bytes in memory. */
  @SuppressWarnings("ArrayRecordComponent") // sent, never compared
  record Held(byte[] bytes) implements ResponseBody {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** A file. */
  record Stored(Path file, long size) implements ResponseBody {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }

  /** Begins like a picture and goes on with zeros; has no Content-Length. */
  @SuppressWarnings("ArrayRecordComponent") // sent, never compared
  record Flood(byte[] start, long length) implements ResponseBody {
    @Override
    public long size() {
      return -1;
    }

    @Override
    public InputStream open() {
      return new FloodStream(start, length);
    }
  }
}
