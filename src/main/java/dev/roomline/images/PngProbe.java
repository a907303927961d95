package dev.roomline.images;

import dev.roomline.images.ImageProbe.Flaw;
import dev.roomline.images.ImageProbe.Outline;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Walks a PNG from chunk to chunk and checks their checksums, which Java's decoder does not. */
final class PngProbe {
  private static final int SIGNATURE = 8;
  private static final int MOST_OF_EXIF = 1 << 16;
  private static final Set<String> PIXELS_AND_COLOURS = Set.of(
      "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
      "pHYs");

  private final PictureStream file;
  private final boolean whole;
  private final byte[] buffer = new byte[1 << 13];
  private int width;
  private int height;
  private int bytesPerPixel;
  private int orientation = 1;
  private boolean bare = true;
  private boolean pixels;
  private long beside;

  PngProbe(PictureStream file, boolean whole) {
    this.file = file;
    this.whole = whole;
  }

  ImageProbe probe() throws IOException {
    file.pass(SIGNATURE);
    while (true) {
      var length = file.readInt();
      var type = new String(file.take(4), StandardCharsets.ISO_8859_1);
      var start = file.getStreamPosition();
      if (length < 0) return Flaw.broken(ImageFormat.PNG, "a chunk without length");
      var problem = width == 0 && !type.equals("IHDR") ? "no header" : chunk(type, length);
      if (problem != null) return Flaw.broken(ImageFormat.PNG, problem);
      if (!whole) return outline();
      file.seek(start);
      if (!sumIsRight(type, length)) return Flaw.broken(ImageFormat.PNG, "its checksum is wrong");
      if (type.equals("IEND")) break;
    }
    bare &= file.getStreamPosition() == file.length();
    return pixels ? outline() : Flaw.broken(ImageFormat.PNG, "no pixels");
  }

  private Outline outline() {
    return new Outline(ImageFormat.PNG, width, height, orientation, bytesPerPixel, false, bare);
  }

  private @Nullable String chunk(String type, int length) throws IOException {
    bare &= PIXELS_AND_COLOURS.contains(type);
    switch (type) {
      case "IHDR" -> header();
      case "IDAT" -> pixels = true;
      case "eXIf" -> orientation = Exif.orientation(file.take(Math.min(length, MOST_OF_EXIF)));
      default -> {}
    }
    if (!type.equals("IDAT") && !type.equals("fdAT")) beside += length;
    return beside > ImageProbe.MOST_BESIDE_THE_PIXELS ? "too much beside its pixels" : null;
  }

  private void header() throws IOException {
    width = file.readInt();
    height = file.readInt();
    var bits = file.readUnsignedByte();
    var channels = switch (file.readUnsignedByte()) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
    bare = bits <= 8;
    bytesPerPixel = channels * Math.max(1, bits / 8);
  }

  private boolean sumIsRight(String type, int length) throws IOException {
    var sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
    for (int left = length; left > 0; ) {
      int count = file.read(buffer, 0, Math.min(left, buffer.length));
      if (count < 0) throw new EOFException();
      sum.update(buffer, 0, count);
      left -= count;
    }
    return file.readInt() == (int) sum.getValue();
  }
}
