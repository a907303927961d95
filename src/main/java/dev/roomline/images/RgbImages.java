package dev.roomline.images;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;

/** Converts decoded pictures to opaque RGB; transparent parts become white. */
final class RgbImages {
  private RgbImages() {}

  static BufferedImage of(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) return image;
    var type = image.getColorModel().getColorSpace().getType();
    return type == ColorSpace.TYPE_GRAY ? ofGray(image) : drawn(image);
  }

  static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
  }

  private static BufferedImage drawn(BufferedImage image) {
    var rgb = blank(image.getWidth(), image.getHeight());
    var canvas = rgb.createGraphics();
    canvas.drawImage(image, 0, 0, Color.WHITE, null);
    canvas.dispose();
    return rgb;
  }

  /** Java takes grey for linear light and would brighten it. */
  private static BufferedImage ofGray(BufferedImage image) {
    var rgb = blank(image.getWidth(), image.getHeight());
    var from = image.getRaster();
    var bits = image.getColorModel().getComponentSize(0);
    var most = (1 << bits) - 1;
    var grey = new int[image.getWidth()];
    var alpha = new int[image.getWidth()];
    var line = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      from.getSamples(0, y, grey.length, 1, 0, grey);
      if (from.getNumBands() > 1) from.getSamples(0, y, grey.length, 1, 1, alpha);
      for (int x = 0; x < line.length; x++) {
        int light = grey[x] * 255 / most;
        if (from.getNumBands() > 1) {
          light = 255 + (light - 255) * alpha[x] / most;
        }
        line[x] = light * 0x010101;
      }
      rgb.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
    return rgb;
  }
}
