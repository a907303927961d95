package dev.roomline.images;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a picture's format and size from its structure, without decoding it. */
sealed interface ImageProbe {
  int MOST_OF_A_SIDE = 30_000;

  /** WebP cannot be decoded at a smaller size than it has. */
  int MOST_MEGAPIXELS_OF_A_WEBP = 24;

  int MOST_BESIDE_THE_PIXELS = 16_000_000;

  /**
   * A picture whose structure is sound.
   *
   * @param width pixels as stored, before the orientation is applied
   * @param orientation EXIF's, 1 to 8
   * @param bytesPerPixel the memory that a decoder needs for each
   * @param progressive whether the decoder keeps all of it in memory until the end
   * @param bare whether it carries nothing but pixels, in a colour space that every program reads
   */
  record Outline(
      ImageFormat imageFormat,
      int width,
      int height,
      int orientation,
      int bytesPerPixel,
      boolean progressive,
      boolean bare)
      implements ImageProbe {

    long pixels() {
      return (long) width * height;
    }

    int longest() {
      return Math.max(width, height);
    }

    int shortest() {
      return Math.min(width, height);
    }
  }

  /**
   * No picture that can be used.
   *
   * @param reason what it is instead: continues a sentence that begins with the file
   * @param ofPhoto the same for a photo of the user's, with what to do about it
   */
  record Flaw(String reason, String ofPhoto) implements ImageProbe {
    static Flaw of(String reason, String remedy) {
      return new Flaw(reason, reason + "; " + remedy);
    }

    static Flaw broken(ImageFormat imageFormat, String why) {
      return of("is a broken " + imageFormat + " (" + why + ")", "export it again");
    }
  }

  /** Reads the whole file once. */
  static ImageProbe at(Path file) throws IOException {
    return at(file, true);
  }

  /** Reads until the size is known, and does not check the rest. */
  static ImageProbe atBeginning(Path file) throws IOException {
    return at(file, false);
  }

  private static ImageProbe at(Path file, boolean whole) throws IOException {
    try (var bytes = new PictureStream(file)) {
      var beginning = bytes.take((int) Math.min(bytes.length(), FileTypeGuess.LOOKED_AT));
      var imageFormat = ImageFormat.of(beginning);
      if (imageFormat == null) return FileTypeGuess.flaw(beginning);
      bytes.seek(0);
      try {
        var probe = switch (imageFormat) {
          case JPEG -> new JpegProbe(bytes, whole).probe();
          case PNG -> new PngProbe(bytes, whole).probe();
          case WEBP -> new WebpProbe(bytes, whole).probe();
          case GIF -> new GifProbe(bytes, whole).probe();
        };
        return probe instanceof Outline outline ? limitSize(outline) : probe;
      } catch (EOFException e) {
        return Flaw.of("is a truncated " + imageFormat, "copy it again");
      }
    }
  }

  private static ImageProbe limitSize(Outline outline) {
    if (outline.width <= 0 || outline.height <= 0)
      return Flaw.broken(outline.imageFormat, "no pixels");
    var most = outline.imageFormat == ImageFormat.WEBP
        ? MOST_MEGAPIXELS_OF_A_WEBP
        : ImageInspector.MOST_MEGAPIXELS;
    if (outline.pixels() > most * 1_000_000L) {
      return tooLarge(outline, "at most " + most + " megapixels are ");
    }
    return outline.longest() > MOST_OF_A_SIDE
        ? tooLarge(outline, "a side of at most " + MOST_OF_A_SIDE + " is ")
        : outline;
  }

  private static Flaw tooLarge(Outline outline, String bound) {
    var reason = "has " + outline.width + " × " + outline.height + " pixels; " + bound;
    return new Flaw(reason + "kept", reason + "read; export it smaller");
  }
}
