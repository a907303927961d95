package dev.roomline.sandbox.draw;

import java.awt.Color;

/** Things on a wall and openings in it: pictures, doors, windows. */
final class Openings {
  private static final Color SKY = new Color(0xCFE2F0);
  private static final Color HAZE = new Color(0xF3F6F4);
  private static final Color GREEN = new Color(0x8FA88A);

  private Openings() {}

  static void window(Wall wall, Color frame, double left, double low, double wide, double high) {
    wall.patch(Brush.shade(frame, 0.9), left - 0.09, low - 0.09, wide + 0.18, high + 0.18);
    wall.patch(frame, left - 0.07, low - 0.06, wide + 0.14, high + 0.13);
    pane(wall, left, low, wide, high);
    bars(wall, frame, left, low, wide, high, wide > 1.3 ? 3 : 2, 2);
    wall.patch(Brush.shade(frame, 1.05), left - 0.14, low - 0.1, wide + 0.28, 0.06);
    wall.patch(Brush.glass(Color.BLACK, 0.12), left - 0.12, low - 0.14, wide + 0.24, 0.04);
  }

  static void pane(Wall wall, double left, double low, double wide, double high) {
    var brush = wall.brush();
    var area = wall.area(left, low, wide, high);
    brush.fill(
        brush.fade(SKY, HAZE, wall.at(left, low + high), wall.at(left, low + high * 0.3)), area);
    for (int i = 0; i < 9; i++) {
      double at = left + wide * i / 9;
      double up = high * (0.16 + 0.16 * Dice.unit(i * 31L + (long) (wide * 100)));
      wall.patch(Brush.shade(Brush.mix(GREEN, HAZE, 0.35), 0.98 + 0.01 * i), at, low, wide / 9, up);
    }
    wall.patch(Brush.glass(HAZE, 0.35), left, low, wide, high * 0.4);
  }

  static void bars(
      Wall wall,
      Color frame,
      double left,
      double low,
      double wide,
      double high,
      int columns,
      int rows) {
    for (int i = 0; i <= columns; i++)
      wall.patch(frame, left + wide * i / columns - 0.022, low, 0.044, high);
    for (int i = 0; i <= rows; i++)
      wall.patch(frame, left - 0.02, low + high * i / rows - 0.02, wide + 0.04, 0.04);
  }

  static void curtains(Wall wall, Color color, double left, double wide, double top) {
    var brush = wall.brush();
    brush.line(new Color(0x4A4038), 3, wall.at(left - 0.5, top), wall.at(left + wide + 0.5, top));
    for (double start : new double[] {left - 0.42, left + wide - 0.08})
      for (int fold = 0; fold < 6; fold++) {
        double at = start + fold * 0.085;
        var light = fold % 2 == 0 ? 1.06 : 0.9;
        wall.patch(Brush.shade(color, light), at, 0.04, 0.087, top - 0.04);
      }
  }

  static void door(Wall wall, Color color, double left) {
    wall.patch(Brush.shade(color, 0.82), left - 0.1, 0, 1.1, 2.18);
    wall.patch(Brush.shade(color, 1.02), left - 0.07, 0, 1.04, 2.15);
    wall.patch(Brush.shade(color, 0.93), left, 0, 0.9, 2.08);
    for (double low : new double[] {0.2, 1.15}) {
      wall.patch(Brush.shade(color, 0.8), left + 0.14, low, 0.62, 0.76);
      wall.patch(Brush.shade(color, 0.97), left + 0.17, low, 0.59, 0.73);
    }
    wall.patch(new Color(0x9A8A6A), left + 0.8, 1.0, 0.05, 0.1);
  }

  static void frame(
      Wall wall, Color frame, Color art, double left, double low, double wide, double high) {
    wall.patch(Brush.glass(Color.BLACK, 0.14), left + 0.03, low - 0.05, wide, high);
    wall.patch(frame, left, low, wide, high);
    wall.patch(new Color(0xF3EFE6), left + 0.04, low + 0.04, wide - 0.08, high - 0.08);
    double edge = Math.min(wide, high) * 0.2;
    wall.patch(art, left + edge, low + edge, wide - 2 * edge, high - 2 * edge);
    wall.patch(
        Brush.shade(art, 1.25), left + edge, low + edge, wide - 2 * edge, (high - 2 * edge) * 0.45);
    wall.patch(
        Brush.shade(art, 0.7),
        left + edge * 1.6,
        low + edge,
        (wide - 2 * edge) * 0.3,
        (high - 2 * edge) * 0.6);
  }

  static void mirror(Wall wall, Color frame, double left, double low, double wide, double high) {
    wall.patch(frame, left - 0.04, low - 0.04, wide + 0.08, high + 0.08);
    var brush = wall.brush();
    brush.fill(
        brush.fade(
            new Color(0xE6EDEE),
            new Color(0xA9B6B8),
            wall.at(left, low + high),
            wall.at(left + wide, low)),
        wall.area(left, low, wide, high));
    brush.fill(
        Brush.glass(Color.WHITE, 0.3),
        wall.at(left + wide * 0.15, low),
        wall.at(left + wide * 0.4, low),
        wall.at(left + wide * 0.75, low + high),
        wall.at(left + wide * 0.5, low + high));
  }

  static void shelf(Wall wall, Color wood, double left, double low, double wide, long seed) {
    wall.patch(Brush.glass(Color.BLACK, 0.15), left, low - 0.07, wide, 0.05);
    wall.patch(wood, left, low - 0.04, wide, 0.05);
    double at = left + 0.05;
    for (int book = 0; at < left + wide - 0.1; book++) {
      var dice = Dice.roll(seed, "book", book);
      double thick = 0.035 + 0.04 * Dice.unit(dice);
      double tall = 0.18 + 0.1 * Dice.unit(dice + 1);
      var color = Color.getHSBColor((float) Dice.unit(dice + 2), 0.28f, 0.62f);
      if (Dice.unit(dice + 3) > 0.2) wall.patch(color, at, low + 0.01, thick - 0.005, tall);
      at += thick;
    }
  }
}
