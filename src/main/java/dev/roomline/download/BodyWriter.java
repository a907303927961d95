package dev.roomline.download;

import dev.roomline.domain.Excerpt;
import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.DownloadResult.Forbidden;
import dev.roomline.download.DownloadResult.Here;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Writes a response body to a file, up to the largest size of a picture. */
final class BodyWriter {
  private static final int PIECE = 16_384;

  private final Portion portion;
  private final DownloadTimeout timeout;
  private final NetworkErrors networkErrors;
  private final Path to;

  /**
   * How much of a picture to download.
   *
   * @param bytes the most to download
   * @param whole whether a larger picture is an error; otherwise its beginning is enough
   */
  record Portion(long bytes, boolean whole) {}

  BodyWriter(Portion portion, DownloadTimeout timeout, NetworkErrors networkErrors, Path to) {
    this.portion = portion;
    this.timeout = timeout;
    this.networkErrors = networkErrors;
    this.to = to;
  }

  Portion portion() {
    return portion;
  }

  DownloadResult from(String host, HttpEntity body) throws IOException {
    if (isPacked(body.getContentEncoding())) {
      return new Forbidden(
          "the picture is compressed, although this was not requested",
          "ask the host to send it without Content-Encoding");
    }
    if (portion.whole() && body.getContentLength() > portion.bytes()) return tooLarge();
    try (var file = new DownloadFile(to)) {
      // Its content is not closed here: closing would read all that is left of it.
      return copy(host, body.getContent(), file, named(body.getContentType()));
    }
  }

  private DownloadResult copy(
      String host, InputStream content, DownloadFile file, String contentType) throws IOException {
    var piece = new byte[PIECE];
    var bytes = 0L;
    for (int count; (count = content.read(piece)) >= 0; bytes += count) {
      var room = portion.bytes() - bytes;
      if (count > room && portion.whole()) return tooLarge();
      if (Thread.currentThread().isInterrupted()) return NetworkErrors.interrupted();
      file.write(piece, (int) Math.min(count, room));
      if (count >= room && !portion.whole()) return new Here(portion.bytes(), contentType);
    }
    // A connection that we closed ourselves must not pass for the end of a body.
    if (timeout.isOver()) return networkErrors.late();
    // Half a head looks like this, too.
    return bytes == 0 ? new Failed(host + " sent nothing") : new Here(bytes, contentType);
  }

  private Forbidden tooLarge() {
    var mostBytes = portion.bytes();
    var most = mostBytes < 1_000_000 ? mostBytes + " bytes" : mostBytes / 1_000_000 + " MB";
    return new Forbidden("the picture is larger than " + most, "use a smaller picture");
  }

  private static boolean isPacked(@Nullable String encoding) {
    return encoding != null
        && !encoding.isBlank()
        && !encoding.strip().equalsIgnoreCase("identity");
  }

  private static String named(@Nullable String contentType) {
    return contentType == null ? "" : Excerpt.of(contentType);
  }
}
