package dev.roomline.sandbox.draw;

import java.awt.Color;
import java.awt.Paint;

/** The room itself: floor, walls, ceiling, and the view behind its windows. */
final class Shell {
  /** How far floor and walls reach behind the near edge, past the picture's border. */
  private static final double NEAR = -0.6;

  final Brush brush;
  final Decor decor;
  final double wide;
  final double high;
  final double deep;
  final Wall back;
  final Wall left;
  final Wall right;
  final long seed;

  Shell(Brush brush, Decor decor, Spot size, long seed) {
    this.brush = brush;
    this.decor = decor;
    this.seed = seed;
    wide = size.x();
    high = size.y();
    deep = size.z();
    back = new Wall(brush, new Spot(0, 0, deep), new Spot(1, 0, 0), wide, high);
    left = new Wall(brush, new Spot(0, 0, NEAR), new Spot(0, 0, 1), deep - NEAR, high);
    right = new Wall(brush, new Spot(wide, 0, deep), new Spot(0, 0, -1), deep - NEAR, high);
  }

  void walls() {
    var wall = decor.wall();
    back.paint(Brush.shade(wall, 1.0), Brush.shade(wall, 0.94));
    left.paint(Brush.shade(wall, 0.8), Brush.shade(wall, 0.92));
    right.paint(Brush.shade(wall, 1.02), Brush.shade(wall, 1.1));
    ceiling();
    for (var each : new Wall[] {left, right, back}) {
      each.hollow();
      each.skirting(decor.trim());
    }
  }

  private void ceiling() {
    var white = new Color(0xFBF9F4);
    var far = new Spot(0, high, deep);
    brush.fill(
        brush.fade(Brush.shade(white, 0.9), white, far, new Spot(0, high, NEAR)),
        far,
        new Spot(wide, high, deep),
        new Spot(wide, high, NEAR),
        new Spot(0, high, NEAR));
    for (var wall : new Wall[] {left, right, back})
      wall.patch(Brush.shade(decor.trim(), 0.97), 0, high - 0.07, wall.length(), 0.07);
  }

  void boards() {
    double board = 0.17;
    int strip = 0;
    for (double x = 0; x < wide - 0.01; x += board, strip++) {
      double z = NEAR - 1.4 * Dice.unit(Dice.roll(seed, "joint", strip));
      for (int piece = 0; z < deep; piece++) {
        double end = z + 1.1 + 0.9 * Dice.unit(Dice.roll(seed, "length" + strip, piece));
        var light = 0.9 + 0.2 * Dice.unit(Dice.roll(seed, "light" + strip, piece));
        tile(Brush.shade(decor.floor(), light), x, Math.max(NEAR, z), board, Math.min(end, deep));
        z = end;
      }
    }
    for (double x = 0; x < wide; x += board)
      brush.line(Brush.glass(Color.BLACK, 0.16), 0.8, new Spot(x, 0, NEAR), new Spot(x, 0, deep));
    gloss();
  }

  void tiles(double size, Color one, Color other) {
    tile(Brush.shade(one, 0.72), 0, NEAR, wide, deep);
    int column = 0;
    for (double x = 0; x < wide - 0.01; x += size, column++) {
      int row = 0;
      for (double z = deep - size; z > NEAR - size; z -= size, row++) {
        var color = (row + column) % 2 == 0 ? one : other;
        var light = 0.97 + 0.06 * Dice.unit(Dice.roll(seed, "tile" + row, column));
        var end = Math.min(x + size, wide) - x;
        tile(
            Brush.shade(color, light),
            x + 0.008,
            Math.max(NEAR, z + 0.008),
            end - 0.016,
            z + size - 0.008);
      }
    }
    gloss();
  }

  private void tile(Paint paint, double x, double z, double w, double end) {
    brush.fill(
        paint,
        new Spot(x, 0, z),
        new Spot(Math.min(x + w, wide), 0, z),
        new Spot(Math.min(x + w, wide), 0, end),
        new Spot(x, 0, end));
  }

  /** The far floor reflects light; the edges are darker. */
  private void gloss() {
    var far = new Spot(wide / 2, 0, deep);
    var near = new Spot(wide / 2, 0, 0);
    tile(
        brush.fade(Brush.glass(Color.WHITE, 0.26), Brush.glass(Color.WHITE, 0), far, near),
        0,
        NEAR,
        wide,
        deep);
    for (int i = 1; i <= 12; i++) {
      var dark = new Color(20, 14, 8, 7);
      double reach = 0.05 * i;
      tile(dark, 0, NEAR, reach, deep);
      tile(dark, wide - reach, NEAR, reach, deep);
      tile(dark, 0, deep - reach, wide, deep);
    }
  }

  /** Daylight on the floor, slanting in from the left. */
  void sun(double x, double z, double w, double d) {
    for (int i = 0; i < 6; i++) {
      double more = i * 0.03;
      brush.soft(
          new Color(255, 244, 214, 17),
          new Spot(x - more, 0, z - more),
          new Spot(x + w + more, 0, z - more + 0.35),
          new Spot(x + w + more, 0, z + d + more + 0.35),
          new Spot(x - more, 0, z + d + more));
    }
  }
}
