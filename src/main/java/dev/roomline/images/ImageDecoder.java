package dev.roomline.images;

import dev.roomline.domain.Excerpt;
import dev.roomline.images.ImageProbe.Flaw;
import dev.roomline.images.ImageProbe.Outline;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** Decodes one whole picture; a large one into fewer pixels. */
final class ImageDecoder {
  /** A strip of this size at a time is in memory, before its pixels are averaged. */
  private static final int STRIP = 40_000_000;

  private static final int BESIDES = 4_000_000;
  private static final int RGB = 3;

  private final Path file;
  private final Outline outline;

  ImageDecoder(Path file, Outline outline) {
    this.file = file;
    this.outline = outline;
  }

  /**
   * Runs the work once the decoding budget has room; whatever a decoder throws counts as a flaw of the
   * picture.
   */
  <T> T guarded(long bytes, Callable<T> work, Function<Flaw, T> broken) {
    try {
      return DecodingBudget.ofThisJvm().lend(bytes, work);
    } catch (OutOfMemoryError e) {
      return broken.apply(Flaw.of("needs more memory than Java has", "export it smaller"));
    } catch (Exception | VirtualMachineError e) {
      var why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return broken.apply(Flaw.broken(outline.imageFormat(), Excerpt.of(why)));
    }
  }

  /** Bytes of memory to decode every n-th pixel. */
  long bytesOfEvery(int nth) {
    // Colours are converted from one copy to another.
    return BESIDES + pixelsOfEvery(nth) * (2L * outline.bytesPerPixel() + RGB) + keptByDecoder();
  }

  /** Bytes of memory to decode averages of n by n pixels. */
  long bytesOfAverages(int n) {
    long strip = Math.min(STRIP, outline.pixels() * outline.bytesPerPixel());
    return BESIDES + 3 * strip + 2 * RGB * pixelsOfEvery(n) + keptByDecoder();
  }

  private long pixelsOfEvery(int nth) {
    return outline.pixels() / nth / nth;
  }

  private long keptByDecoder() {
    var all = outline.imageFormat() == ImageFormat.WEBP || outline.progressive();
    return all ? 2L * outline.pixels() * outline.bytesPerPixel() : 0;
  }

  /** Every n-th pixel of every n-th line: fast and small, and rough where n is large. */
  BufferedImage every(int nth) throws IOException {
    return RgbImages.of(read(null, nth));
  }

  /** The average of each square of n by n pixels, decoded strip by strip. */
  BufferedImage averages(int n) throws IOException {
    // A WebP is decoded whole each time, whatever part is asked for.
    if (outline.imageFormat() == ImageFormat.WEBP) return every(n);
    if (n == 1 && strips() == 1) return RgbImages.of(read(null, 1));
    var boxDownscaler = new BoxDownscaler(outline.width() / n, outline.height() / n, n);
    int rows = Math.max(1, outline.height() / strips() / n) * n;
    for (int top = 0; top + n <= outline.height(); top += rows) {
      int high = Math.min(rows, (outline.height() - top) / n * n);
      boxDownscaler.add(
          RgbImages.of(read(new Rectangle(0, top, outline.width(), high), 1)), top / n);
    }
    return boxDownscaler.image();
  }

  private int strips() {
    return (int) Math.max(1, (outline.pixels() * outline.bytesPerPixel() + STRIP - 1) / STRIP);
  }

  private BufferedImage read(@Nullable Rectangle region, int nth) throws IOException {
    var reader = ImageReaders.of(outline.imageFormat());
    try (var bytes = new PictureStream(file)) {
      var spoilt = new String[1];
      reader.addIIOReadWarningListener((source, warning) -> {
        if (isDamage(warning)) spoilt[0] = warning;
      });
      reader.setInput(bytes, true, true);
      var image = read(reader, region, nth);
      if (spoilt[0] != null) throw new IIOException(spoilt[0]);
      return image;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader, @Nullable Rectangle region, int nth)
      throws IOException {
    var how = reader.getDefaultReadParam();
    how.setSourceSubsampling(nth, nth, 0, 0);
    if (region != null) how.setSourceRegion(region);
    return reader.read(0, how);
  }

  /** Whether a warning means damage: decoders only warn of missing parts; most warnings are harmless. */
  private static boolean isDamage(String warning) {
    var message = warning.toLowerCase(Locale.ROOT);
    return message.contains("premature")
        || message.contains("truncated")
        || message.contains("inconsistent progression")
        || message.contains("nothing to decode")
        || message.contains("out-of-sequence")
        || (message.contains("corrupt jpeg data") && !message.contains("extraneous"));
  }
}
