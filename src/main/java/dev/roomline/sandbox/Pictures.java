package dev.roomline.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The renders' bytes, made when somebody looks, and kept for the next look. */
record Pictures(PhotoFolder photos, Lately<byte[]> drawn) {
  private static final int KEPT = 64;
  private static final int LONGEST = 640;
  /** The word "sandbox", seven rows of pixels; a font may be missing where there is no screen. */
  private static final String[] MARK = {
    "               #  #            ",
    "               #  #            ",
    " ##  ##  ##   ##  ##   #   # # ",
    "#   # #  # # # #  # # # #  # # ",
    " #  # #  # # # #  # # # #   #  ",
    "  # # #  # # # #  # # # #  # # ",
    "##   ##  # #  ##  ##   #   # # ",
  };

  Pictures(PhotoFolder photos) {
    this(photos, new Lately<>(KEPT));
  }

  byte[] png(Picture picture) {
    var name = picture.photo() + ' ' + picture.style() + ' ' + picture.seed();
    var known = drawn.get(name);
    if (known != null) return known;
    var room =
        Restyler.restyle(photo(picture.photo()), Palette.named(picture.style()), picture.seed());
    mark(room);
    var bytes = png(room);
    drawn.put(name, bytes);
    return bytes;
  }

  static byte[] blank() {
    return png(new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB));
  }

  /** The photo itself, or a room drawn in its place where it cannot be seen from here. */
  private BufferedImage photo(String name) {
    var seen = read(name);
    var photo = seen == null ? RoomPainter.paint(Dice.hash(name)) : seen;
    double scale = (double) LONGEST / Math.max(photo.getWidth(), photo.getHeight());
    return RoomPainter.shrunk(
        photo, Math.max(1, (int) Math.round(photo.getWidth() * scale)), Math.max(1, (int)
            Math.round(photo.getHeight() * scale)));
  }

  private @Nullable BufferedImage read(String name) {
    var file = photos.file(name);
    try {
      return file == null ? null : ImageIO.read(file.toFile());
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static void mark(BufferedImage room) {
    Graphics2D canvas = room.createGraphics();
    int left = room.getWidth() - 2 * MARK[0].length() - 10;
    int top = room.getHeight() - 2 * MARK.length - 10;
    canvas.setColor(new Color(0, 0, 0, 110));
    canvas.fillRect(left - 6, top - 5, 2 * MARK[0].length() + 10, 2 * MARK.length + 10);
    canvas.setColor(new Color(255, 255, 255, 230));
    for (int row = 0; row < MARK.length; row++)
      for (int column = 0; column < MARK[row].length(); column++)
        if (MARK[row].charAt(column) == '#')
          canvas.fillRect(left + 2 * column, top + 2 * row, 2, 2);
    canvas.dispose();
  }

  private static byte[] png(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
