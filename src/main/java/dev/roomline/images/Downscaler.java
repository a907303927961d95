package dev.roomline.images;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.resizers.ProgressiveBilinearResizer;

/** Makes pictures smaller, never larger. */
final class Downscaler {
  private Downscaler() {}

  static BufferedImage toLongest(BufferedImage image, int longest) {
    double scale = (double) longest / Math.max(image.getWidth(), image.getHeight());
    if (scale >= 1) return image;
    return to(image, Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
        Math.round(image.getHeight() * scale)));
  }

  static BufferedImage to(BufferedImage image, int width, int height) {
    var small = RgbImages.blank(width, height);
    new ProgressiveBilinearResizer().resize(image, small);
    return small;
  }
}
