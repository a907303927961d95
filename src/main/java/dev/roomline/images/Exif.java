package dev.roomline.images;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the orientation from EXIF only: a malicious file cannot fill the memory. */
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;

  private Exif() {}

  /** How the camera was held, 1 to 8; 1 if it is missing. */
  static int orientation(byte[] exif) {
    try {
      var value = orientationTag(exif);
      return value >= 1 && value <= 8 ? value : 1;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return 1;
    }
  }

  private static int orientationTag(byte[] exif) {
    var labelled = new String(exif, 0, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0");
    var tiff = ByteBuffer.wrap(exif).position(labelled ? 6 : 0).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.position(tiff.getInt(4));
    for (int left = tiff.getShort() & 0xFFFF; left > 0; left--) {
      var entry = tiff.position();
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) return tiff.getShort(entry + 8);
      tiff.position(entry + ENTRY);
    }
    return 1;
  }
}
