package dev.roomline.sandbox.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;

/** Paints flat things and boxes that stand in a room. */
public final class Brush {
  private static final int ROUND = 32;

  private final Graphics2D canvas;
  private final Lens lens;

  Brush(Graphics2D canvas, Lens lens) {
    this.canvas = canvas;
    this.lens = lens;
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  Lens lens() {
    return lens;
  }

  static Color shade(Color color, double light) {
    return new Color(
        shade(color.getRed(), light),
        shade(color.getGreen(), light),
        shade(color.getBlue(), light),
        color.getAlpha());
  }

  static Color glass(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }

  public static Color mix(Color one, Color other, double share) {
    return new Color(
        (int) (one.getRed() * (1 - share) + other.getRed() * share),
        (int) (one.getGreen() * (1 - share) + other.getGreen() * share),
        (int) (one.getBlue() * (1 - share) + other.getBlue() * share));
  }

  void fill(Paint paint, Spot... corners) {
    canvas.setPaint(paint);
    canvas.fill(outline(corners));
  }

  /** Slightly rounded corners, for upholstery. */
  void soft(Paint paint, Spot... corners) {
    fill(paint, corners);
    canvas.setStroke(
        new BasicStroke(lens.width() / 260f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(outline(corners));
  }

  void line(Color color, double width, Spot... corners) {
    canvas.setPaint(color);
    canvas.setStroke(new BasicStroke(
        (float) (width * lens.width() / 1000), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    var path = outline(corners);
    canvas.draw(path);
  }

  /** A gradient between two spots. */
  Paint fade(Color from, Color to, Spot start, Spot end) {
    return new GradientPaint(lens.see(start), from, lens.see(end), to);
  }

  void box(Color color, Spot corner, double wide, double high, double deep) {
    box(color, corner, wide, high, deep, false);
  }

  void cushion(Color color, Spot corner, double wide, double high, double deep) {
    box(color, corner, wide, high, deep, true);
  }

  private void box(Color color, Spot at, double w, double h, double d, boolean soft) {
    var eye = lens.eye();
    if (eye.x() < at.x()) side(shade(color, 0.78), at, h, d, soft);
    if (eye.x() > at.x() + w)
      side(shade(color, 0.86), new Spot(at.x() + w, at.y(), at.z()), h, d, soft);
    if (eye.y() > at.y() + h) level(shade(color, 1.12), at.y() + h, at, w, d, soft);
    if (eye.y() < at.y()) level(shade(color, 0.6), at.y(), at, w, d, soft);
    var top = new Spot(at.x(), at.y() + h, at.z());
    var front = fade(color, shade(color, 0.86), top, at);
    face(
        front,
        soft,
        at,
        new Spot(at.x() + w, at.y(), at.z()),
        new Spot(at.x() + w, at.y() + h, at.z()),
        top);
  }

  private void side(Color color, Spot at, double h, double d, boolean soft) {
    face(
        fade(color, shade(color, 0.85), new Spot(at.x(), at.y() + h, at.z()), at),
        soft,
        at,
        new Spot(at.x(), at.y(), at.z() + d),
        new Spot(at.x(), at.y() + h, at.z() + d),
        new Spot(at.x(), at.y() + h, at.z()));
  }

  private void level(Color color, double y, Spot at, double w, double d, boolean soft) {
    face(
        color,
        soft,
        new Spot(at.x(), y, at.z()),
        new Spot(at.x() + w, y, at.z()),
        new Spot(at.x() + w, y, at.z() + d),
        new Spot(at.x(), y, at.z() + d));
  }

  private void face(Paint paint, boolean soft, Spot... corners) {
    if (soft) soft(paint, corners);
    else fill(paint, corners);
  }

  /** A flat disc that lies. */
  void disc(Paint paint, Spot middle, double wide, double deep) {
    fill(paint, ring(middle, wide, deep));
  }

  /** A standing cylinder or cone. */
  void drum(Color color, Spot foot, double below, double above, double high) {
    var top = new Spot(foot.x(), foot.y() + high, foot.z());
    var low = ring(foot, below, below);
    var up = ring(top, above, above);
    for (int i = ROUND / 2; i < ROUND; i++) {
      int next = (i + 1) % ROUND;
      double angle = (i + 0.5) / ROUND * 2 * Math.PI;
      var lit = shade(color, 0.92 - 0.2 * Math.cos(angle));
      soft(lit, low[i], low[next], up[next], up[i]);
    }
    disc(shade(color, lens.eye().y() > top.y() ? 1.15 : 0.7), top, above, above);
  }

  /** A soft shadow on the floor, made of many thin ones. */
  void shadow(Spot corner, double wide, double deep) {
    for (int i = 0; i < 9; i++) {
      double more = 0.02 + i * 0.03;
      level(
          new Color(20, 14, 8, 15),
          0.002,
          new Spot(corner.x() - more, 0, corner.z() - more),
          wide + 2 * more,
          deep + 2 * more,
          true);
    }
  }

  private static Spot[] ring(Spot middle, double wide, double deep) {
    var ring = new Spot[ROUND];
    for (int i = 0; i < ROUND; i++) {
      double angle = i * 2 * Math.PI / ROUND;
      ring[i] = new Spot(
          middle.x() + Math.cos(angle) * wide, middle.y(), middle.z() + Math.sin(angle) * deep);
    }
    return ring;
  }

  private Path2D outline(Spot... corners) {
    var path = new Path2D.Double();
    for (int i = 0; i < corners.length; i++) {
      var at = lens.see(corners[i]);
      if (i == 0) path.moveTo(at.getX(), at.getY());
      else path.lineTo(at.getX(), at.getY());
    }
    path.closePath();
    return path;
  }

  private static int shade(int channel, double light) {
    return (int) Math.max(0, Math.min(255, channel * light));
  }
}
