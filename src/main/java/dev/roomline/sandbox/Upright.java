package dev.roomline.sandbox;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Turns photos upright by their EXIF orientation. */
final class Upright {
  private static final String EXIF = "Exif\0\0";
  private static final int ORIENTATION = 0x112;
  private static final int ENTRY = 12;

  private Upright() {}

  /** The EXIF orientation, 1 to 8, from the file's first bytes; 1 if it is missing. */
  static int orientation(byte[] start) {
    var exif = new String(start, StandardCharsets.ISO_8859_1).indexOf(EXIF);
    if (start.length < 2 || start[0] != (byte) 0xFF || start[1] != (byte) 0xD8 || exif < 0)
      return 1;
    var tiff = ByteBuffer.wrap(start, exif + EXIF.length(), start.length - exif - EXIF.length());
    try {
      return orientation(tiff.slice());
    } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
      return 1;
    }
  }

  private static int orientation(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int at = tiff.getInt(4);
    int entries = tiff.getShort(at) & 0xFFFF;
    for (int entry = at + 2; entry < at + 2 + entries * ENTRY; entry += ENTRY)
      if (tiff.getShort(entry) == ORIENTATION) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
      }
    return 1;
  }

  static BufferedImage turned(BufferedImage photo, int orientation) {
    if (orientation == 1) return photo;
    int wide = photo.getWidth();
    int high = photo.getHeight();
    var turned = orientation < 5
        ? new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB)
        : new BufferedImage(high, wide, BufferedImage.TYPE_INT_RGB);
    var canvas = turned.createGraphics();
    canvas.drawImage(photo, uprighting(orientation, wide, high), null);
    canvas.dispose();
    return turned;
  }

  private static AffineTransform uprighting(int orientation, int wide, int high) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
      default -> new AffineTransform(0, -1, 1, 0, 0, wide);
    };
  }
}
