package dev.roomline.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The thumbnails of pictures, as files. */
final class Thumbnails {
  static final int LONGEST = 640;
  private static final float QUALITY = 0.82f;

  private Thumbnails() {}

  static void write(BufferedImage thumbnail, Path file) throws IOException {
    Files.write(file, Jpeg.of(thumbnail, QUALITY));
  }
}
