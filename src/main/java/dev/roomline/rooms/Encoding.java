package dev.roomline.rooms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a file's bytes are read as text.
 *
 * @param mark the length of its byte order mark, 0 if it has none
 */
record Encoding(Charset charset, int mark) {

  private static final int HEADER = 1 << 16;

  /**
   * A byte order mark is certain and wins, and results of ours are UTF-8 whatever their input was;
   * otherwise what was declared, otherwise UTF-8.
   */
  static Encoding of(Path file, @Nullable Charset declared) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      var first = bytes.readNBytes(HEADER);
      if (startsWith(first, 0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, 3);
      if (startsWith(first, 0xFF, 0xFE)) return new Encoding(StandardCharsets.UTF_16LE, 2);
      if (startsWith(first, 0xFE, 0xFF)) return new Encoding(StandardCharsets.UTF_16BE, 2);
      if (declared == null) return new Encoding(StandardCharsets.UTF_8, 0);
      var ours = ResultColumns.areIn(new String(first, StandardCharsets.US_ASCII));
      return new Encoding(ours ? StandardCharsets.UTF_8 : declared, 0);
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) return false;
    for (var i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) return false;
    }
    return true;
  }
}
