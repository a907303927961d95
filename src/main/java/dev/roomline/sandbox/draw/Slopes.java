package dev.roomline.sandbox.draw;

import java.awt.Color;

/** A roof that comes down to low walls on both sides. */
final class Slopes {
  private static final double NEAR = -0.6;

  private Slopes() {}

  static void roof(Shell room, double knee) {
    double middle = room.wide / 2;
    var wall = room.decor.wall();
    slope(room, 0, knee, middle, Brush.shade(wall, 0.88));
    slope(room, room.wide, knee, middle, Brush.shade(wall, 1.07));
    for (double z = 0.4; z < room.deep; z += 1.1) {
      beam(room, 0, knee, middle, z);
      beam(room, room.wide, knee, middle, z);
    }
    room.brush.box(
        Brush.shade(room.decor.wood(), 0.9),
        new Spot(middle - 0.1, room.high - 0.2, NEAR),
        0.2,
        0.2,
        room.deep + 0.6);
  }

  private static void slope(Shell room, double x, double knee, double middle, Color color) {
    var low = new Spot(x, knee, 2);
    var high = new Spot(middle, room.high, 2);
    room.brush.fill(
        room.brush.fade(Brush.shade(color, 0.92), Brush.shade(color, 1.04), low, high),
        new Spot(x, knee, NEAR),
        new Spot(x, knee, room.deep),
        new Spot(x, room.high, room.deep),
        new Spot(middle, room.high, room.deep),
        new Spot(middle, room.high, NEAR));
    room.brush.fill(
        Brush.shade(color, 0.96),
        new Spot(x, knee, room.deep),
        new Spot(x, room.high, room.deep),
        new Spot(middle, room.high, room.deep));
  }

  private static void beam(Shell room, double x, double knee, double middle, double z) {
    var wood = room.decor.wood();
    room.brush.fill(
        room.brush.fade(
            Brush.shade(wood, 0.8),
            Brush.shade(wood, 1.05),
            new Spot(x, knee, z),
            new Spot(middle, room.high, z)),
        new Spot(x, knee, z),
        new Spot(x, knee, z + 0.14),
        new Spot(middle, room.high, z + 0.14),
        new Spot(middle, room.high, z));
  }
}
