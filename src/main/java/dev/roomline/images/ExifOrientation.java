package dev.roomline.images;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Rotates and mirrors a picture upright, by EXIF's eight orientations. */
final class ExifOrientation {
  private static final int LYING = 5; // and from there on

  private ExifOrientation() {}

  static boolean swapsSides(int orientation) {
    return orientation >= LYING;
  }

  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) return image;
    int width = image.getWidth();
    int height = image.getHeight();
    var upright =
        swapsSides(orientation) ? RgbImages.blank(height, width) : RgbImages.blank(width, height);
    var canvas = upright.createGraphics();
    canvas.drawImage(image, transform(orientation, width, height), null);
    canvas.dispose();
    return upright;
  }

  private static AffineTransform transform(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      default -> new AffineTransform(0, -1, 1, 0, 0, width);
    };
  }
}
