package dev.roomline.images;

import dev.roomline.domain.Picture;
import dev.roomline.domain.Sha256;
import dev.roomline.images.ImageProbe.Flaw;
import dev.roomline.images.ImageProbe.Outline;
import dev.roomline.images.InspectionResult.Broken;
import dev.roomline.images.InspectionResult.Whole;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks that a file is a complete picture. Safe for several threads. */
final class ImageInspector {
  /**
   * The most pixels that are decoded: twice those of a good camera, and a few seconds of work. A header
   * of a few bytes can claim a thousand times as many.
   */
  public static final int MOST_MEGAPIXELS = 50;

  /** Twice a thumbnail's, so that what is left out between pixels does not show. */
  private static final int LEAST_DECODED = 2 * Thumbnails.LONGEST;

  /**
   * Reads and decodes a file, whatever it holds.
   *
   * @throws IOException if the file itself cannot be read
   */
  InspectionResult inspect(Path file) throws IOException {
    var probe = ImageProbe.at(file);
    if (probe instanceof Flaw flaw) return new Broken(flaw.reason());
    var outline = (Outline) probe;
    var picture = picture(Sha256.ofFile(file), outline);
    var imageDecoder = new ImageDecoder(file, outline);
    int nth = Math.max(1, outline.longest() / LEAST_DECODED);
    return imageDecoder.guarded(
        imageDecoder.bytesOfEvery(nth),
        () -> {
          var small = Downscaler.toLongest(imageDecoder.every(nth), Thumbnails.LONGEST);
          return new Whole(picture, ExifOrientation.upright(small, outline.orientation()));
        },
        flaw -> new Broken(flaw.reason()));
  }

  /**
   * A quick look at a photo's first bytes: null if it looks readable, otherwise what is wrong with
   * it and what to do about it.
   *
   * @throws IOException if the file itself cannot be read
   */
  static @Nullable String unreadable(Path file) throws IOException {
    return ImageProbe.atBeginning(file) instanceof Flaw flaw ? flaw.ofPhoto() : null;
  }

  private static Picture picture(String sha256, Outline outline) {
    var swapped = ExifOrientation.swapsSides(outline.orientation());
    return new Picture(
        sha256,
        outline.imageFormat().ending,
        swapped ? outline.height() : outline.width(),
        swapped ? outline.width() : outline.height());
  }
}
