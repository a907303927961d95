package dev.roomline.sandbox.draw;

import java.awt.Color;

/** Furniture of bedrooms. */
final class Bedding {
  private static final Color LINEN = new Color(0xF1EDE4);

  private Bedding() {}

  /** A bed with its head against the far wall. */
  static void bed(Shell room, double x, double z, double w) {
    var brush = room.brush;
    var fabric = room.decor.fabric();
    brush.shadow(new Spot(x, 0, z), w, 2.1);
    brush.cushion(room.decor.wood(), new Spot(x - 0.08, 0.1, z + 2.05), w + 0.16, 1.05, 0.1);
    brush.box(Brush.shade(room.decor.wood(), 0.9), new Spot(x, 0.08, z), w, 0.26, 2.05);
    brush.cushion(LINEN, new Spot(x + 0.03, 0.34, z + 0.03), w - 0.06, 0.2, 1.98);
    brush.cushion(
        Brush.shade(fabric, 1.1), new Spot(x - 0.02, 0.28, z - 0.01), w + 0.04, 0.3, 1.25);
    brush.cushion(room.decor.accent(), new Spot(x - 0.03, 0.3, z + 0.1), w + 0.06, 0.3, 0.5);
    double each = (w - 0.2) / 2;
    for (int i = 0; i < 2; i++) {
      double at = x + 0.08 + i * (each + 0.04);
      brush.cushion(Brush.shade(LINEN, 0.97), new Spot(at, 0.55, z + 1.72), each, 0.34, 0.2);
      brush.cushion(
          Brush.shade(fabric, 1.25), new Spot(at + 0.08, 0.55, z + 1.55), each - 0.16, 0.26, 0.16);
    }
  }

  static void nightstand(Shell room, double x, double z) {
    Lounge.cabinet(room, room.decor.wood(), new Spot(x, 0.08, z), 0.5, 0.45, 0.42, 1);
    Lounge.tableLamp(room, x + 0.25, 0.53, z + 0.2);
  }

  static void wardrobe(Shell room, double x, double z, double w) {
    Lounge.cabinet(
        room, Brush.shade(room.decor.wood(), 1.25), new Spot(x, 0.04, z), w, 2.1, 0.6, 3);
  }

  static void crib(Shell room, double x, double z) {
    var brush = room.brush;
    var white = new Color(0xEFE8DC);
    brush.shadow(new Spot(x, 0, z), 1.3, 0.7);
    bars(room, Brush.shade(white, 0.86), x, z + 0.7);
    brush.cushion(
        Brush.shade(room.decor.accent(), 1.25),
        new Spot(x + 0.04, 0.42, z + 0.04),
        1.22,
        0.12,
        0.6);
    brush.cushion(LINEN, new Spot(x + 0.1, 0.54, z + 0.3), 0.35, 0.1, 0.3);
    bars(room, white, x, z);
    for (double post : new double[] {x, x + 1.25})
      for (double deep : new double[] {z + 0.66, z})
        brush.box(white, new Spot(post, 0, deep), 0.06, 1.0, 0.06);
  }

  private static void bars(Shell room, Color color, double x, double z) {
    room.brush.box(color, new Spot(x, 0.3, z), 1.3, 0.08, 0.03);
    for (int i = 1; i < 12; i++)
      room.brush.box(color, new Spot(x + i * 0.107, 0.3, z), 0.025, 0.62, 0.02);
    room.brush.box(color, new Spot(x, 0.9, z), 1.3, 0.06, 0.04);
  }
}
