package dev.roomline.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Makes a smaller picture from the average colours of squares of a larger one. */
final class BoxDownscaler {
  private static final int CHANNELS = 3;

  private final int side;
  private final int width;
  private final BufferedImage image;

  /** Averages squares with this side, in pixels. */
  BoxDownscaler(int width, int height, int side) {
    this.side = side;
    this.width = width;
    this.image = RgbImages.blank(width, height);
  }

  BufferedImage image() {
    return image;
  }

  /** Adds the averages of a strip, from this line on. */
  void add(BufferedImage strip, int line) {
    var from = bytes(strip);
    var to = bytes(image);
    int stride = strip.getWidth() * CHANNELS;
    for (int y = 0; y < strip.getHeight() / side; y++) {
      int at = (line + y) * width * CHANNELS;
      for (int x = 0; x < width * CHANNELS; x++) {
        int corner = y * side * stride + x / CHANNELS * side * CHANNELS + x % CHANNELS;
        to[at + x] = (byte) average(from, corner, stride);
      }
    }
  }

  private int average(byte[] from, int corner, int stride) {
    int sum = 0;
    for (int down = 0; down < side; down++)
      for (int across = 0; across < side; across++)
        sum += from[corner + down * stride + across * CHANNELS] & 0xFF;
    return (sum + side * side / 2) / (side * side);
  }

  private static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
