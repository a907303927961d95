package dev.roomline.download;

import dev.roomline.domain.Shown;
import dev.roomline.download.Fetched.Failed;
import dev.roomline.download.Fetched.Forbidden;
import dev.roomline.download.Fetched.Here;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Writes a body to a file as it comes, as long as it is of a picture's size. */
final class Download {
  private static final int PIECE = 16_384;

  private final Portion portion;
  private final Watch watch;
  private final Trouble trouble;
  private final Path to;

  /**
   * How much of a picture is wanted.
   *
   * @param bytes the most of it
   * @param whole whether a larger one is none at all; otherwise its beginning will do
   */
  record Portion(long bytes, boolean whole) {}

  Download(Portion portion, Watch watch, Trouble trouble, Path to) {
    this.portion = portion;
    this.watch = watch;
    this.trouble = trouble;
    this.to = to;
  }

  Portion portion() {
    return portion;
  }

  Fetched from(String host, HttpEntity body) throws IOException {
    if (isPacked(body.getContentEncoding())) {
      return new Forbidden(
          "the picture comes packed, although it was asked for as it is",
          "ask who serves it to leave out Content-Encoding");
    }
    if (portion.whole() && body.getContentLength() > portion.bytes()) return tooLarge();
    try (var file = new Sink(to)) {
      // Its content is not closed here: that would politely read all that is left of it.
      return copy(host, body.getContent(), file, named(body.getContentType()));
    }
  }

  private Fetched copy(String host, InputStream content, Sink file, String contentType)
      throws IOException {
    var piece = new byte[PIECE];
    var bytes = 0L;
    for (int count; (count = content.read(piece)) >= 0; bytes += count) {
      var room = portion.bytes() - bytes;
      if (count > room && portion.whole()) return tooLarge();
      if (Thread.currentThread().isInterrupted()) return Trouble.interrupted();
      file.write(piece, (int) Math.min(count, room));
      if (count >= room && !portion.whole()) return new Here(portion.bytes(), contentType);
    }
    // A connection that ends because we hung up must not pass for the end of a body.
    if (watch.isOver()) return trouble.late();
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
    return contentType == null ? "" : Shown.of(contentType);
  }
}
