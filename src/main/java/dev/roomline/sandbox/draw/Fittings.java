package dev.roomline.sandbox.draw;

import java.awt.Color;

/** Fixtures of kitchens and bathrooms. */
final class Fittings {
  private static final Color STEEL = new Color(0xB4B8BA);
  private static final Color WHITE = new Color(0xF4F4F1);

  private Fittings() {}

  /** Cabinets along the far wall, with a hood and a stove between them. */
  static void kitchen(Shell room) {
    var stone = new Color(0x6F6A64);
    double z = room.deep - 0.6;
    var wood = Brush.shade(room.decor.wood(), 1.3);
    room.back.tiles(new Color(0xE9E5DA), 1.5, 0.15);
    Lounge.cabinet(room, STEEL, new Spot(0.05, 0.03, z - 0.05), 0.8, 1.95, 0.65, 1);
    Lounge.cabinet(room, wood, new Spot(0.9, 0.08, z), room.wide - 0.9, 0.8, 0.6, 7);
    room.brush.box(stone, new Spot(0.9, 0.88, z - 0.03), room.wide - 0.9, 0.05, 0.63);
    double hood = room.wide * 0.58;
    Lounge.front(room, new Color(0x2E2E30), hood, 0.12, 0.62, 0.72, z - 0.001);
    Lounge.front(room, new Color(0x55585C), hood + 0.06, 0.22, 0.5, 0.36, z - 0.002);
    Lounge.front(room, STEEL, hood + 0.06, 0.66, 0.5, 0.04, z - 0.002);
    for (double[] upper :
        new double[][] {{0.9, hood - 1.0}, {hood + 0.72, room.wide - hood - 0.72}})
      uppers(room, wood, upper[0], upper[1]);
    room.brush.box(STEEL, new Spot(hood, 1.55, room.deep - 0.45), 0.62, 0.12, 0.45);
    room.brush.box(STEEL, new Spot(hood + 0.2, 1.67, room.deep - 0.3), 0.22, 1.0, 0.3);
    room.brush.drum(room.decor.accent(), new Spot(1.6, 0.93, z + 0.3), 0.1, 0.14, 0.12);
  }

  private static void uppers(Shell room, Color wood, double x, double w) {
    if (w < 0.3) return;
    var at = new Spot(x, 1.5, room.deep - 0.35);
    room.brush.box(wood, at, w, 0.75, 0.35);
    int doors = Math.max(1, (int) Math.round(w / 0.5));
    for (int i = 0; i < doors; i++) {
      double left = x + w * i / doors + 0.02;
      double wide = w / doors - 0.04;
      Lounge.front(room, Brush.shade(wood, 0.8), left, 1.53, wide, 0.69, at.z());
      Lounge.front(room, Brush.shade(wood, 1.04), left + 0.04, 1.57, wide - 0.08, 0.61, at.z());
    }
  }

  static void island(Shell room, double x, double z, double w) {
    Lounge.cabinet(room, room.decor.wood(), new Spot(x, 0.06, z), w, 0.82, 0.8, 4);
    room.brush.box(WHITE, new Spot(x - 0.08, 0.88, z - 0.08), w + 0.16, 0.06, 0.96);
    room.brush.drum(room.decor.accent(), new Spot(x + w * 0.4, 0.94, z + 0.4), 0.1, 0.2, 0.1);
    for (int i = 0; i < 3; i++) stool(room, x + 0.25 + i * (w - 0.5) / 2, z - 0.35);
  }

  private static void stool(Shell room, double x, double z) {
    room.brush.shadow(new Spot(x - 0.1, 0, z - 0.1), 0.2, 0.2);
    room.brush.drum(new Color(0x55504A), new Spot(x, 0, z), 0.13, 0.03, 0.62);
    room.brush.drum(room.decor.fabric(), new Spot(x, 0.62, z), 0.18, 0.18, 0.07);
  }

  static void tub(Shell room, double x, double z) {
    var brush = room.brush;
    brush.shadow(new Spot(x, 0, z), 1.7, 0.75);
    brush.cushion(WHITE, new Spot(x, 0, z), 1.7, 0.58, 0.78);
    oval(room, new Color(0xD3DADB), x + 0.85, 0.585, z + 0.39, 0.72, 0.29);
    oval(room, new Color(0xBFD4DA), x + 0.85, 0.585, z + 0.41, 0.66, 0.24);
    brush.box(STEEL, new Spot(x + 1.5, 0.58, z + 0.36), 0.05, 0.26, 0.05);
    brush.box(STEEL, new Spot(x + 1.32, 0.8, z + 0.36), 0.2, 0.04, 0.05);
  }

  private static void oval(
      Shell room, Color color, double x, double y, double z, double w, double d) {
    room.brush.disc(color, new Spot(x, y, z), w, d);
  }

  static void vanity(Shell room, double x, double z) {
    Lounge.cabinet(room, room.decor.wood(), new Spot(x, 0.12, z), 1.1, 0.65, 0.5, 2);
    room.brush.box(WHITE, new Spot(x - 0.03, 0.77, z - 0.03), 1.16, 0.06, 0.55);
    oval(room, new Color(0xCBD2D3), x + 0.55, 0.832, z + 0.25, 0.28, 0.16);
    room.brush.box(STEEL, new Spot(x + 0.53, 0.83, z + 0.42), 0.04, 0.22, 0.04);
    room.brush.box(STEEL, new Spot(x + 0.53, 1.02, z + 0.28), 0.04, 0.03, 0.16);
  }

  static void toilet(Shell room, double x, double z) {
    room.brush.shadow(new Spot(x, 0, z), 0.4, 0.6);
    room.brush.cushion(WHITE, new Spot(x - 0.02, 0.38, z + 0.45), 0.44, 0.42, 0.18);
    room.brush.drum(WHITE, new Spot(x + 0.2, 0, z + 0.25), 0.14, 0.21, 0.4);
    oval(room, WHITE, x + 0.2, 0.41, z + 0.25, 0.22, 0.28);
  }
}
