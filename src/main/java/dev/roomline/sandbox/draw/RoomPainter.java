package dev.roomline.sandbox.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Draws rooms in perspective: the sample photos, and rooms for photos that cannot be read. */
public final class RoomPainter {
  static final int WIDTH = 768;
  static final int HEIGHT = 512;
  /** Drawn larger and then shrunk, so that edges are soft. */
  private static final int OVERSIZE = 2;

  static {
    if (System.getProperty("java.awt.headless") == null)
      System.setProperty("java.awt.headless", "true");
  }

  private RoomPainter() {}

  public static BufferedImage paint(long seed) {
    var kinds = RoomKind.values();
    return paint(kinds[Dice.below(seed, kinds.length)], Decor.dated(seed + 1), seed);
  }

  static BufferedImage paint(RoomKind kind, Decor decor, long seed) {
    int wide = WIDTH * OVERSIZE;
    int high = HEIGHT * OVERSIZE;
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    var size = kind.size;
    var eye = new Spot(
        size.x() * (0.5 + 0.16 * (Dice.unit(seed + 2) - 0.5)),
        1.42 + 0.2 * Dice.unit(seed + 3),
        -1.15);
    var yaw = 0.14 * (Dice.unit(seed + 4) - 0.5);
    var lens = new Lens(eye, yaw, wide * 0.66, wide, high);
    var room = new Shell(new Brush(canvas, lens), decor, size, seed);
    room.walls();
    kind.furnish.accept(room);
    vignette(canvas, wide, high);
    canvas.dispose();
    return shrunk(image, WIDTH, HEIGHT);
  }

  public static BufferedImage scaled(BufferedImage image, double wide, double high) {
    return shrunk(image, Math.max(1, (int) Math.round(image.getWidth() * wide)), Math.max(1, (int)
        Math.round(image.getHeight() * high)));
  }

  /** The middle of the picture, in this ratio of width to height. */
  public static BufferedImage cropped(BufferedImage image, double aspect) {
    int wide = (int) Math.round(Math.min(image.getWidth(), image.getHeight() * aspect));
    int high = (int) Math.round(Math.min(image.getHeight(), image.getWidth() / aspect));
    int left = (image.getWidth() - Math.max(1, wide)) / 2;
    int top = (image.getHeight() - Math.max(1, high)) / 2;
    return image.getSubimage(left, top, Math.max(1, wide), Math.max(1, high));
  }

  public static BufferedImage shrunk(BufferedImage image, int wide, int high) {
    var small = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    var canvas = small.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(image, 0, 0, wide, high, null);
    canvas.dispose();
    return small;
  }

  private static void vignette(Graphics2D canvas, int wide, int high) {
    canvas.setPaint(new RadialGradientPaint(
        wide * 0.5f, high * 0.45f, wide * 0.72f, new float[] {0.55f, 1}, new Color[] {
          new Color(0, 0, 0, 0), new Color(10, 6, 0, 80)
        }));
    canvas.fillRect(0, 0, wide, high);
  }
}
