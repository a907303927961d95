package dev.roomline.images;

import dev.roomline.images.ImageProbe.Flaw;
import dev.roomline.images.ImageProbe.Outline;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The copy of a photo that is uploaded: upright, small enough, and without its location.
 */
public final class UploadCopy {
  /** Endpoints render at half of this and less. */
  private static final int LEAST_DECODED = 2048;

  private static final float[] QUALITIES = {0.92f, 0.85f, 0.75f};
  private static final double SMALLER = 0.75;
  private static final int SMALLEST = 64;

  private final ImageDecoder imageDecoder;
  private final Path file;
  private final Outline outline;
  private final int most;

  private UploadCopy(Path file, Outline outline, int mostBytes) {
    this.imageDecoder = new ImageDecoder(file, outline);
    this.file = file;
    this.outline = outline;
    this.most = mostBytes;
  }

  /** The result of copying. */
  public sealed interface Result {}

  /** The copy, and its true media type. */
  @SuppressWarnings("ArrayRecordComponent") // copies are never compared
  public record Ready(byte[] bytes, String mime) implements Result {}

  /** The photo cannot be read; the reason names the remedy, but not the photo. */
  public record Unreadable(String reason) implements Result {}

  /**
   * Copies a photo of up to {@value ImageInspector#MOST_MEGAPIXELS} megapixels.
   *
   * @param mostBytes how long a {@code data:} address of the copy may be, prefix and Base64's third
   *     included
   * @throws IOException if the file itself cannot be read
   */
  public static Result of(Path file, int mostBytes) throws IOException {
    var probe = ImageProbe.at(file);
    if (probe instanceof Flaw flaw) return new Unreadable(flaw.ofPhoto());
    var copy = new UploadCopy(file, (Outline) probe, mostBytes);
    int n = Math.max(1, Math.min(copy.outline.longest() / LEAST_DECODED, copy.outline.shortest()));
    var asItIs = copy.mayGoAsItIs() ? Files.readAllBytes(file) : null;
    return copy.imageDecoder.<Result>guarded(
        copy.imageDecoder.bytesOfAverages(n),
        () -> {
          // Decoded in any case, so that a broken photo is found here and not by the endpoint.
          var pixels = copy.imageDecoder.averages(n);
          if (asItIs != null) return new Ready(asItIs, copy.mime());
          return copy.fitted(ExifOrientation.upright(pixels, copy.outline.orientation()));
        },
        flaw -> new Unreadable(flaw.ofPhoto()));
  }

  private boolean mayGoAsItIs() throws IOException {
    return outline.bare()
        && outline.orientation() == 1
        && addressLength(mime(), Files.size(file)) <= most;
  }

  private Result fitted(BufferedImage image) throws IOException {
    for (var quality : QUALITIES) {
      var bytes = Jpeg.of(image, quality);
      if (addressLength("image/jpeg", bytes.length) <= most) {
        return new Ready(bytes, "image/jpeg");
      }
    }
    int longest = Math.max(image.getWidth(), image.getHeight());
    return longest <= SMALLEST
        ? new Unreadable("cannot be made small enough for the endpoint; export it smaller")
        : fitted(Downscaler.toLongest(image, (int) (longest * SMALLER)));
  }

  private String mime() {
    return outline.imageFormat() == ImageFormat.JPEG ? "image/jpeg" : "image/png";
  }

  private static long addressLength(String mime, long bytes) {
    return "data:;base64,".length() + mime.length() + (bytes + 2) / 3 * 4;
  }
}
