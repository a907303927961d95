package dev.roomline.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG, intact and broken ones. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int AFTER_HEADER = SIGNATURE.length + 25;
  private static final int BLANK = 512;
  private static final int HUGE = 20_000;

  private Png() {}

  static byte[] of(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    // In memory; ImageIO would use a temporary file.
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The same picture with a title in it: pictures that look alike are different files. */
  static byte[] titled(byte[] png, String title) {
    var text = chunk("tEXt", ("Title\0" + title).getBytes(StandardCharsets.ISO_8859_1));
    return ByteBuffer.allocate(png.length + text.length)
        .put(png, 0, AFTER_HEADER)
        .put(text)
        .put(png, AFTER_HEADER, png.length - AFTER_HEADER)
        .array();
  }

  static byte[] blank() {
    return of(new BufferedImage(BLANK, BLANK, BufferedImage.TYPE_INT_RGB));
  }

  /** A well-formed file of a few dozen bytes that decodes to more than a gigabyte. */
  static byte[] huge() {
    var header = ByteBuffer.allocate(13).putInt(HUGE).putInt(HUGE);
    header.put(new byte[] {8, 2, 0, 0, 0});
    var rows = new ByteArrayOutputStream();
    var bytes = new ByteArrayOutputStream();
    try {
      try (var deflated = new DeflaterOutputStream(rows)) {
        deflated.write(new byte[1 + 3 * HUGE]);
      }
      bytes.write(SIGNATURE);
      bytes.write(chunk("IHDR", header.array()));
      bytes.write(chunk("IDAT", rows.toByteArray()));
      bytes.write(chunk("IEND", new byte[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] chunk(String name, byte[] data) {
    var chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
    var sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) sum.getValue()).array();
  }
}
