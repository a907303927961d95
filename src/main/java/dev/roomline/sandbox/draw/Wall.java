package dev.roomline.sandbox.draw;

import java.awt.Color;

/** A wall to paint on and hang things on, measured from its lower left corner as seen from within. */
record Wall(Brush brush, Spot corner, Spot along, double length, double height) {
  private static final Spot UP = new Spot(0, 1, 0);

  Spot at(double along, double up) {
    return corner.plus(this.along, along).plus(UP, up);
  }

  Spot[] area(double left, double low, double wide, double high) {
    return new Spot[] {
      at(left, low), at(left + wide, low), at(left + wide, low + high), at(left, low + high)
    };
  }

  void patch(Color color, double left, double low, double wide, double high) {
    brush.fill(color, area(left, low, wide, high));
  }

  void paint(Color from, Color to) {
    brush.fill(
        brush.fade(from, to, at(0, height / 2), at(length, height / 2)),
        area(0, 0, length, height));
  }

  /** Corners and edges are darker: there the light comes from fewer sides. */
  void hollow() {
    for (int i = 1; i <= 14; i++) {
      var dark = new Color(30, 22, 14, 4);
      double reach = 0.05 * i;
      patch(dark, 0, 0, reach, height);
      patch(dark, length - reach, 0, reach, height);
      patch(dark, 0, 0, length, reach);
      patch(dark, 0, height - reach, length, reach);
    }
  }

  void skirting(Color color) {
    patch(color, 0, 0, length, 0.1);
    brush.line(Brush.shade(color, 0.75), 1, at(0, 0.1), at(length, 0.1));
  }

  void bricks(Color color, long seed) {
    var joint = Brush.shade(color, 1.22);
    paint(joint, joint);
    int row = 0;
    for (double up = 0; up < height - 0.02; up += 0.11, row++) {
      for (double left = row % 2 == 0 ? 0 : -0.14; left < length; left += 0.28) {
        double from = Math.max(0, left);
        double wide = Math.min(length, left + 0.265) - from;
        var light = 0.85 + 0.25 * Dice.unit(Dice.mix(seed + row * 977L + (long) (left * 100)));
        if (wide > 0)
          patch(Brush.shade(color, light), from, up, wide, Math.min(0.095, height - up));
      }
    }
  }

  void tiles(Color color, double upTo, double size) {
    patch(Brush.shade(color, 0.84), 0, 0, length, upTo);
    for (double up = 0; up < upTo - 0.01; up += size)
      for (double left = 0; left < length - 0.01; left += size)
        patch(
            Brush.shade(color, 0.97 + 0.05 * Dice.unit((long) (left * 131 + up * 977))),
            left + 0.008,
            up + 0.008,
            Math.min(size, length - left) - 0.016,
            Math.min(size, upTo - up) - 0.016);
  }
}
