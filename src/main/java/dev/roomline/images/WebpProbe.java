package dev.roomline.images;

import dev.roomline.images.ImageProbe.Flaw;
import dev.roomline.images.ImageProbe.Outline;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Walks a WebP from chunk to chunk; of an animation, into its first frame. */
final class WebpProbe {
  private static final int FRAME_HEADER = 16;
  private static final int MOST_OF_EXIF = 1 << 16;
  private static final int SIDE = 0x3FFF;

  private static final int BYTES_PER_PIXEL = 4;

  private final PictureStream file;
  private final boolean whole;
  private int width;
  private int height;
  private int claimedWidth;
  private int claimedHeight;
  private int orientation = 1;

  WebpProbe(PictureStream file, boolean whole) {
    this.file = file;
    this.whole = whole;
  }

  ImageProbe probe() throws IOException {
    file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    file.pass(4);
    var end = 8 + file.readUnsignedInt();
    if (whole && end > file.length()) throw new EOFException();
    file.pass(4);
    while (file.getStreamPosition() + 8 <= end) {
      var type = new String(file.take(4), StandardCharsets.ISO_8859_1);
      var length = file.readUnsignedInt();
      var start = file.getStreamPosition();
      var problem = chunk(type, length);
      if (problem != null) return Flaw.broken(ImageFormat.WEBP, problem);
      if (!whole && (width > 0 || claimedWidth > 0)) return outline();
      // A frame is walked into, not over.
      if (type.equals("ANMF") && width == 0) continue;
      file.seek(start);
      file.pass(length + (length & 1));
    }
    return width == 0 ? Flaw.broken(ImageFormat.WEBP, "no pixels") : outline();
  }

  private Outline outline() {
    return new Outline(
        ImageFormat.WEBP,
        Math.max(width, claimedWidth),
        Math.max(height, claimedHeight),
        orientation,
        BYTES_PER_PIXEL,
        false,
        false);
  }

  private @Nullable String chunk(String type, long length) throws IOException {
    switch (type) {
      case "VP8X" -> {
        file.pass(4);
        claim();
      }
      case "ANMF" -> {
        if (width > 0) return null;
        file.pass(6);
        claim();
        file.pass(FRAME_HEADER - 12);
      }
      case "VP8 " -> {
        file.pass(6);
        return size(file.readUnsignedShort() & SIDE, file.readUnsignedShort() & SIDE);
      }
      case "VP8L" -> {
        file.pass(1);
        var bits = file.readUnsignedInt();
        return size((int) (bits & SIDE) + 1, (int) (bits >> 14 & SIDE) + 1);
      }
      case "EXIF" ->
        orientation = Exif.orientation(file.take((int) Math.min(length, MOST_OF_EXIF)));
      default -> {}
    }
    return null;
  }

  private void claim() throws IOException {
    claimedWidth = 1 + file.readUnsignedShort() + (file.readUnsignedByte() << 16);
    claimedHeight = 1 + file.readUnsignedShort() + (file.readUnsignedByte() << 16);
  }

  /** Refuses two sizes that differ: a decoder could write beyond its buffer. */
  private @Nullable String size(int wide, int high) {
    if (width > 0) return "two pictures in one";
    width = wide;
    height = high;
    var differs = claimedWidth > 0 && (claimedWidth != wide || claimedHeight != high);
    return differs ? "it has two sizes" : null;
  }
}
