package dev.roomline.sandbox.draw;

import java.awt.Color;

/** Furniture of dining rooms and studies. */
final class Study {
  private Study() {}

  /** A chair that faces the far wall, or the camera where {@code turned}. */
  static void chair(Shell room, double x, double z, boolean turned) {
    var brush = room.brush;
    var wood = Brush.shade(room.decor.wood(), 0.95);
    brush.shadow(new Spot(x, 0, z), 0.42, 0.42);
    if (turned) rest(room, wood, x, z + 0.4);
    for (double deep : new double[] {z + 0.38, z})
      for (double leg : new double[] {x, x + 0.38})
        brush.box(wood, new Spot(leg, 0, deep), 0.045, 0.44, 0.045);
    brush.cushion(room.decor.fabric(), new Spot(x, 0.43, z), 0.43, 0.06, 0.43);
    if (!turned) rest(room, wood, x, z);
  }

  private static void rest(Shell room, Color wood, double x, double z) {
    for (double post : new double[] {x, x + 0.385})
      room.brush.box(wood, new Spot(post, 0.44, z), 0.045, 0.52, 0.035);
    for (double low : new double[] {0.6, 0.82})
      room.brush.box(wood, new Spot(x, low, z), 0.43, 0.11, 0.03);
  }

  static void dining(Shell room, double x, double z, double w) {
    for (int i = 0; i < 3; i++) chair(room, x + 0.2 + i * (w - 0.4 - 0.43) / 2, z + 0.85, true);
    Lounge.table(room, room.decor.wood(), x, z, w, 1.0, 0.76);
    room.brush.drum(room.decor.accent(), new Spot(x + w / 2, 0.76, z + 0.5), 0.07, 0.1, 0.2);
    for (int i = 0; i < 9; i++) {
      double angle = Math.PI * (0.15 + 0.7 * i / 8.0);
      var tip = new Spot(x + w / 2 + 0.25 * Math.cos(angle), 0.96 + 0.3 * Math.sin(angle), z + 0.5);
      room.brush.line(new Color(0x6B8A5E), 4, new Spot(x + w / 2, 0.95, z + 0.5), tip);
    }
    for (int i = 0; i < 3; i++) chair(room, x + 0.2 + i * (w - 0.4 - 0.43) / 2, z - 0.25, false);
  }

  static void desk(Shell room, double x, double z) {
    Lounge.table(room, room.decor.wood(), x, z, 1.6, 0.7, 0.75);
    Lounge.cabinet(
        room,
        Brush.shade(room.decor.wood(), 0.95),
        new Spot(x + 1.1, 0.05, z + 0.1),
        0.42,
        0.62,
        0.55,
        1);
    var dark = new Color(0x2B2D31);
    room.brush.box(dark, new Spot(x + 0.72, 0.75, z + 0.5), 0.14, 0.12, 0.05);
    room.brush.box(dark, new Spot(x + 0.4, 0.87, z + 0.5), 0.78, 0.46, 0.03);
    Lounge.front(room, new Color(0x8FA5B4), x + 0.43, 0.9, 0.72, 0.4, z + 0.499);
    Lounge.tableLamp(room, x + 0.18, 0.75, z + 0.4);
    swivel(room, x + 0.6, z - 0.45);
  }

  private static void swivel(Shell room, double x, double z) {
    var dark = new Color(0x3A3B3F);
    room.brush.shadow(new Spot(x - 0.05, 0, z), 0.5, 0.5);
    room.brush.drum(dark, new Spot(x + 0.22, 0, z + 0.25), 0.26, 0.03, 0.14);
    room.brush.drum(dark, new Spot(x + 0.22, 0.12, z + 0.25), 0.03, 0.03, 0.34);
    room.brush.cushion(room.decor.fabric(), new Spot(x, 0.44, z), 0.46, 0.1, 0.46);
    room.brush.cushion(
        Brush.shade(room.decor.fabric(), 0.9), new Spot(x + 0.02, 0.58, z), 0.42, 0.52, 0.08);
  }

  static void bookcase(Shell room, double x, double z, double w) {
    var brush = room.brush;
    var wood = room.decor.wood();
    brush.shadow(new Spot(x, 0, z), w, 0.35);
    brush.box(wood, new Spot(x, 0, z), w, 2.05, 0.34);
    var inside = new Wall(brush, new Spot(x, 0, z), new Spot(1, 0, 0), w, 2.05);
    for (int board = 0; board < 5; board++) {
      double low = 0.08 + board * 0.39;
      inside.patch(Brush.shade(wood, 0.5), 0.04, low, w - 0.08, 0.35);
      Openings.shelf(inside, Brush.shade(wood, 0.9), 0.04, low + 0.01, w - 0.08, room.seed + board);
    }
  }
}
