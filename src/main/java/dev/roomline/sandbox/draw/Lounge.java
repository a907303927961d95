package dev.roomline.sandbox.draw;

import java.awt.Color;

/** Furniture of living rooms. */
final class Lounge {
  private Lounge() {}

  static void rug(Shell room, Color color, double x, double z, double w, double d) {
    room.brush.shadow(new Spot(x, 0, z), w, d);
    lying(room, Brush.shade(color, 0.85), x, z, w, d);
    lying(room, color, x + 0.06, z + 0.06, w - 0.12, d - 0.12);
    lying(room, Brush.shade(color, 1.13), x + 0.2, z + 0.2, w - 0.4, d - 0.4);
    lying(room, Brush.shade(color, 1.04), x + 0.26, z + 0.26, w - 0.52, d - 0.52);
  }

  static void lying(Shell room, Color color, double x, double z, double w, double d) {
    room.brush.fill(
        color,
        new Spot(x, 0.005, z),
        new Spot(x + w, 0.005, z),
        new Spot(x + w, 0.005, z + d),
        new Spot(x, 0.005, z + d));
  }

  /** A sofa with its back to the far wall. */
  static void sofa(Shell room, Color color, double x, double z, double w) {
    var brush = room.brush;
    brush.shadow(new Spot(x, 0, z), w, 0.95);
    brush.cushion(Brush.shade(color, 0.9), new Spot(x, 0.1, z + 0.65), w, 0.74, 0.28);
    brush.cushion(color, new Spot(x, 0.1, z + 0.05), w, 0.28, 0.65);
    int seats = w > 1.9 ? 3 : w > 1.2 ? 2 : 1;
    double seat = (w - 0.4) / seats;
    for (int i = 0; i < seats; i++) {
      double at = x + 0.2 + i * seat;
      brush.cushion(
          Brush.shade(color, 1.02), new Spot(at + 0.02, 0.46, z + 0.55), seat - 0.04, 0.4, 0.16);
      brush.cushion(Brush.shade(color, 1.07), new Spot(at + 0.01, 0.36, z), seat - 0.02, 0.14, 0.6);
    }
    for (double arm : new double[] {x, x + w - 0.2})
      brush.cushion(Brush.shade(color, 0.97), new Spot(arm, 0.08, z), 0.2, 0.52, 0.9);
    if (seats == 1) return;
    pillow(room, room.decor.accent(), x + 0.26, z + 0.42);
    pillow(room, Brush.shade(room.decor.trim(), 0.95), x + w - 0.7, z + 0.42);
  }

  static void pillow(Shell room, Color color, double x, double z) {
    room.brush.soft(
        room.brush.fade(
            Brush.shade(color, 1.1),
            Brush.shade(color, 0.8),
            new Spot(x, 0.9, z),
            new Spot(x + 0.4, 0.5, z)),
        new Spot(x, 0.5, z),
        new Spot(x + 0.42, 0.5, z),
        new Spot(x + 0.39, 0.87, z + 0.1),
        new Spot(x + 0.04, 0.89, z + 0.1));
  }

  static void table(Shell room, Color wood, double x, double z, double w, double d, double high) {
    var brush = room.brush;
    brush.shadow(new Spot(x + 0.05, 0, z + 0.05), w - 0.1, d - 0.1);
    for (double far : new double[] {z + d - 0.1, z + 0.04})
      for (double leg : new double[] {x + 0.05, x + w - 0.11})
        brush.box(Brush.shade(wood, 0.8), new Spot(leg, 0, far), 0.06, high - 0.04, 0.06);
    brush.box(wood, new Spot(x, high - 0.06, z), w, 0.06, d);
  }

  static void lamp(Shell room, double x, double z) {
    var brush = room.brush;
    brush.shadow(new Spot(x - 0.12, 0, z - 0.12), 0.24, 0.24);
    brush.drum(new Color(0x4A4440), new Spot(x, 0, z), 0.15, 0.14, 0.03);
    brush.drum(new Color(0x5A524A), new Spot(x, 0.03, z), 0.015, 0.015, 1.3);
    glow(room, x, 1.5, z, 0.62);
    brush.drum(new Color(0xF6E7C4), new Spot(x, 1.3, z), 0.23, 0.16, 0.32);
  }

  static void tableLamp(Shell room, double x, double y, double z) {
    room.brush.drum(Brush.shade(room.decor.accent(), 0.9), new Spot(x, y, z), 0.08, 0.04, 0.2);
    glow(room, x, y + 0.32, z, 0.4);
    room.brush.drum(new Color(0xF6E7C4), new Spot(x, y + 0.2, z), 0.15, 0.1, 0.2);
  }

  /** The light around a lamp shade, on what is behind it. */
  static void glow(Shell room, double x, double y, double z, double reach) {
    for (int i = 1; i <= 8; i++) {
      double r = reach * i / 8;
      var ring = new Spot[24];
      for (int at = 0; at < ring.length; at++)
        ring[at] = new Spot(
            x + r * Math.cos(at * Math.PI / 12), y + r * Math.sin(at * Math.PI / 12), z + 0.1);
      room.brush.fill(new Color(255, 232, 180, 11), ring);
    }
  }

  static void pendant(Shell room, Color color, double x, double z, double low) {
    var brush = room.brush;
    brush.line(new Color(0x4A4440), 1.5, new Spot(x, room.high, z), new Spot(x, low + 0.2, z));
    glow(room, x, low, z, 0.5);
    brush.drum(color, new Spot(x, low, z), 0.2, 0.07, 0.22);
    brush.disc(new Color(0xFFF3D0), new Spot(x, low, z), 0.17, 0.17);
  }

  static void plant(Shell room, double x, double z, double size) {
    var brush = room.brush;
    brush.shadow(new Spot(x - 0.15, 0, z - 0.15), 0.3, 0.3);
    brush.drum(Brush.shade(room.decor.trim(), 0.86), new Spot(x, 0, z), 0.13, 0.18, 0.34);
    for (int i = 0; i < 26; i++) {
      var dice = Dice.roll(room.seed, "leaf" + x, i);
      double angle = Math.PI * (0.08 + 0.84 * Dice.unit(dice));
      double far = size * (0.45 + 0.55 * Dice.unit(dice + 1));
      double tipX = x + Math.cos(angle) * far * 0.62;
      double tipY = 0.34 + Math.sin(angle) * far;
      double side = 0.05 + 0.03 * Dice.unit(dice + 2);
      double midX = x + (tipX - x) * 0.6;
      double midY = 0.34 + (tipY - 0.34) * 0.66;
      brush.soft(
          Brush.shade(new Color(0x55784E), 0.72 + 0.5 * Dice.unit(dice + 3)),
          new Spot(x, 0.33, z),
          new Spot(midX - side, midY + side * 0.4, z),
          new Spot(tipX, tipY, z),
          new Spot(midX + side, midY - side * 0.4, z));
    }
  }

  /** Doors or drawers in front, legs below. */
  static void cabinet(Shell room, Color wood, Spot at, double w, double h, double d, int doors) {
    var brush = room.brush;
    brush.shadow(new Spot(at.x(), 0, at.z()), w, d);
    brush.box(wood, at, w, h, d);
    for (int i = 0; i < doors; i++) {
      double left = at.x() + w * i / doors + 0.025;
      double wide = w / doors - 0.05;
      front(
          room,
          Brush.shade(wood, 0.78),
          left - 0.008,
          at.y() + 0.04,
          wide + 0.016,
          h - 0.08,
          at.z());
      front(room, Brush.shade(wood, 1.05), left, at.y() + 0.05, wide, h - 0.1, at.z());
      front(
          room, new Color(0x6A6258), left + wide / 2 - 0.05, at.y() + h - 0.16, 0.1, 0.02, at.z());
    }
  }

  static void front(Shell room, Color color, double x, double y, double w, double h, double z) {
    room.brush.fill(
        color,
        new Spot(x, y, z),
        new Spot(x + w, y, z),
        new Spot(x + w, y + h, z),
        new Spot(x, y + h, z));
  }
}
