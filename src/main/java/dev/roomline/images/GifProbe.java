package dev.roomline.images;

import dev.roomline.images.ImageProbe.Flaw;
import dev.roomline.images.ImageProbe.Outline;
import java.io.IOException;
import java.nio.ByteOrder;

/** Walks a GIF from block to block until its trailer; the first frame is the picture. */
final class GifProbe {
  private static final int HEADER = 6;
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2C;
  private static final int TRAILER = 0x3B;

  private final PictureStream file;
  private final boolean whole;
  private int width;
  private int height;

  GifProbe(PictureStream file, boolean whole) {
    this.file = file;
    this.whole = whole;
  }

  ImageProbe probe() throws IOException {
    file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    file.pass(HEADER + 4);
    var flags = file.readUnsignedByte();
    file.pass(2);
    palette(flags);
    while (true) {
      switch (file.readUnsignedByte()) {
        case EXTENSION -> {
          file.pass(1);
          blocks();
        }
        case FRAME -> {
          frame();
          if (!whole) return outline();
        }
        case TRAILER -> {
          return width == 0 ? Flaw.broken(ImageFormat.GIF, "no picture in it") : outline();
        }
        default -> {
          return Flaw.broken(ImageFormat.GIF, "an unknown block");
        }
      }
    }
  }

  private Outline outline() {
    return new Outline(ImageFormat.GIF, width, height, 1, 1, false, false);
  }

  private void frame() throws IOException {
    file.pass(4);
    var wide = file.readUnsignedShort();
    var high = file.readUnsignedShort();
    if (width == 0) {
      width = wide;
      height = high;
    }
    palette(file.readUnsignedByte());
    file.pass(1);
    blocks();
  }

  private void palette(int flags) throws IOException {
    if ((flags & 0x80) != 0) file.pass(3L << ((flags & 7) + 1));
  }

  private void blocks() throws IOException {
    for (int length = file.readUnsignedByte(); length > 0; length = file.readUnsignedByte()) {
      file.pass(length);
    }
  }
}
