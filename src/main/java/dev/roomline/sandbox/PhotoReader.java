package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.RoomPainter;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads photos as pixels, at the size that a render needs. */
final class PhotoReader {
  static final int LONGEST = 640;
  /** EXIF metadata stands at the beginning of the file. */
  private static final int START = 64 * 1024;

  private PhotoReader() {}

  /** The photo at a render's size; null if it cannot be read. */
  static @Nullable BufferedImage read(Path file) {
    try (var bytes = Files.newInputStream(file);
        var in = new MemoryCacheImageInputStream(bytes)) {
      return read(in);
    } catch (IOException unreadable) {
      return null;
    }
  }

  static @Nullable BufferedImage read(byte[] photo) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
      return read(in);
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** Null if it is unknown. */
  static @Nullable Dimension size(byte[] photo) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
      var reader = reader(in);
      if (reader == null) return null;
      try {
        return new Dimension(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static @Nullable BufferedImage read(@Nullable ImageInputStream in) throws IOException {
    if (in == null) return null;
    int orientation = Upright.orientation(start(in));
    var reader = reader(in);
    if (reader == null) return null;
    try {
      int wide = reader.getWidth(0);
      int high = reader.getHeight(0);
      var how = reader.getDefaultReadParam();
      // A photo of 50 megapixels would fill the heap; every third pixel is enough.
      int every = Math.max(1, Math.max(wide, high) / (2 * LONGEST));
      how.setSourceSubsampling(every, every, 0, 0);
      var photo = reader.read(0, how);
      double scale = (double) LONGEST / Math.max(wide, high);
      var small = RoomPainter.shrunk(photo, part(wide, scale), part(high, scale));
      return Upright.turned(small, orientation);
    } finally {
      reader.dispose();
    }
  }

  private static byte[] start(ImageInputStream in) throws IOException {
    var start = new byte[START];
    in.mark();
    int count = Math.max(0, in.read(start));
    in.reset();
    return Arrays.copyOf(start, count);
  }

  private static @Nullable ImageReader reader(ImageInputStream in) {
    var readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) return null;
    var reader = readers.next();
    reader.setInput(in, true, true);
    return reader;
  }

  private static int part(int length, double scale) {
    return Math.max(1, (int) Math.round(length * scale));
  }
}
