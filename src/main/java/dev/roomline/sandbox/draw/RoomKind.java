package dev.roomline.sandbox.draw;

import java.awt.Color;
import java.util.function.Consumer;

/** The rooms of a listing, each with its furniture, from far to near. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
enum RoomKind {
  LIVING_ROOM(new Spot(5.2, 2.6, 4.8), room -> {
    room.boards();
    window(room.left, room, 1.9, 0.8, 2.0, 1.4);
    Openings.frame(room.back, room.decor.wood(), room.decor.accent(), 1.7, 1.35, 0.8, 0.6);
    Openings.frame(room.back, room.decor.wood(), room.decor.fabric(), 2.65, 1.35, 0.6, 0.6);
    room.sun(0.5, 1.4, 1.4, 1.3);
    Lounge.lamp(room, 0.7, 4.3);
    Lounge.sofa(room, room.decor.fabric(), 1.35, 3.7, 2.3);
    Lounge.plant(room, 4.5, 4.2, 1.1);
    Lounge.rug(room, room.decor.accent(), 1.2, 1.7, 2.7, 1.8);
    Lounge.cabinet(room, room.decor.wood(), new Spot(4.7, 0.1, 2.0), 0.45, 0.6, 1.6, 1);
    Lounge.table(room, room.decor.wood(), 1.9, 2.2, 1.2, 0.65, 0.42);
  }),
  BEDROOM(new Spot(4.6, 2.6, 4.6), room -> {
    room.boards();
    window(room.right, room, 1.2, 0.85, 1.6, 1.35);
    Openings.frame(room.back, room.decor.trim(), room.decor.accent(), 1.75, 1.5, 1.0, 0.6);
    Bedding.nightstand(room, 0.75, 4.1);
    Bedding.nightstand(room, 3.2, 4.1);
    Lounge.rug(room, Brush.shade(room.decor.fabric(), 1.15), 0.9, 1.3, 2.7, 2.0);
    Bedding.bed(room, 1.4, 2.4, 1.65);
    Bedding.wardrobe(room, 0.02, 2.2, 0.6);
  }),
  KITCHEN(new Spot(4.8, 2.6, 4.4), room -> {
    room.tiles(0.45, new Color(0xCFC5B2), new Color(0xC2B69F));
    window(room.left, room, 2.1, 1.05, 1.3, 1.1);
    Fittings.kitchen(room);
    Lounge.pendant(room, room.decor.accent(), 1.9, 2.4, 1.75);
    Lounge.pendant(room, room.decor.accent(), 2.9, 2.4, 1.75);
    Fittings.island(room, 1.4, 2.1, 2.0);
  }),
  BATHROOM(new Spot(3.4, 2.5, 3.6), room -> {
    room.tiles(0.3, new Color(0xD8D8D2), new Color(0xA9B0AE));
    for (var wall : new Wall[] {room.left, room.back, room.right})
      wall.tiles(new Color(0xE6E8E2), 1.35, 0.2);
    Openings.window(room.left, room.decor.trim(), 2.2, 1.4, 0.9, 0.8);
    Openings.mirror(room.back, room.decor.wood(), 2.05, 1.2, 0.9, 0.85);
    Fittings.vanity(room, 1.95, 3.05);
    Fittings.toilet(room, 1.25, 2.95);
    Lounge.plant(room, 3.15, 2.2, 0.6);
    Lounge.rug(room, room.decor.accent(), 1.2, 1.75, 1.1, 0.65);
    Fittings.tub(room, -0.65, 1.6);
  }),
  DINING_ROOM(new Spot(5.0, 2.7, 4.8), room -> {
    room.boards();
    window(room.back, room, 1.5, 0.8, 2.0, 1.5);
    Openings.frame(room.right, room.decor.wood(), room.decor.accent(), 1.0, 1.3, 0.9, 0.7);
    Lounge.cabinet(room, room.decor.wood(), new Spot(0.05, 0.12, 3.0), 0.45, 0.8, 1.5, 1);
    Lounge.plant(room, 4.5, 4.3, 1.2);
    Lounge.rug(room, room.decor.fabric(), 1.0, 1.5, 3.0, 2.2);
    Study.dining(room, 1.45, 2.1, 2.1);
    Lounge.pendant(room, room.decor.accent(), 2.5, 2.6, 1.7);
  }),
  HOME_OFFICE(new Spot(4.2, 2.6, 4.0), room -> {
    room.boards();
    window(room.left, room, 1.6, 0.9, 1.6, 1.3);
    Openings.shelf(room.back, room.decor.wood(), 1.1, 1.75, 1.5, room.seed);
    Study.bookcase(room, 3.1, 3.65, 1.0);
    Lounge.plant(room, 0.4, 3.5, 0.9);
    Lounge.rug(room, room.decor.accent(), 0.9, 1.3, 2.4, 1.7);
    Study.desk(room, 1.0, 3.1);
  }),
  HALLWAY(new Spot(2.3, 2.6, 6.2), room -> {
    room.boards();
    Openings.door(room.back, room.decor.trim(), 0.7);
    Openings.door(room.left, room.decor.trim(), 4.6);
    Openings.door(room.right, room.decor.trim(), 1.0);
    Openings.mirror(room.right, room.decor.wood(), 3.1, 1.15, 0.7, 0.9);
    Openings.frame(room.left, room.decor.wood(), room.decor.accent(), 3.0, 1.3, 0.8, 0.6);
    Lounge.rug(room, room.decor.accent(), 0.65, 1.0, 1.0, 4.2);
    Lounge.table(room, room.decor.wood(), 1.93, 2.4, 0.35, 1.1, 0.8);
    Lounge.tableLamp(room, 2.1, 0.8, 3.1);
    Lounge.pendant(room, room.decor.trim(), 1.15, 3.6, 2.0);
  }),
  NURSERY(new Spot(4.2, 2.6, 4.2), room -> {
    room.boards();
    window(room.right, room, 1.2, 0.9, 1.4, 1.3);
    for (int i = 0; i < 3; i++)
      Openings.frame(
          room.back,
          room.decor.trim(),
          Brush.shade(room.decor.accent(), 0.9 + 0.25 * i),
          0.7 + i * 0.55,
          1.5,
          0.42,
          0.42);
    Lounge.cabinet(room, room.decor.wood(), new Spot(2.6, 0.08, 3.7), 1.0, 0.8, 0.45, 2);
    Lounge.tableLamp(room, 3.3, 0.88, 3.9);
    Bedding.crib(room, 0.7, 3.3);
    room.brush.disc(Brush.shade(room.decor.accent(), 0.9), new Spot(2.1, 0.004, 1.9), 1.15, 0.85);
    room.brush.disc(Brush.shade(room.decor.accent(), 1.15), new Spot(2.1, 0.006, 1.9), 1.0, 0.73);
    Lounge.sofa(room, room.decor.fabric(), 2.9, 2.1, 0.85);
  }),
  LOFT(new Spot(6.4, 3.9, 6.0), room -> {
    room.boards();
    room.back.bricks(new Color(0x9A5F48), room.seed);
    room.back.hollow();
    for (double at : new double[] {0.7, 2.6, 4.5}) grid(room.back, at);
    for (double z : new double[] {1.4, 3.2, 5.0})
      room.brush.box(new Color(0x5A4636), new Spot(0, 3.55, z), 6.4, 0.25, 0.2);
    Lounge.plant(room, 5.8, 5.3, 1.3);
    Lounge.lamp(room, 1.0, 5.2);
    Lounge.sofa(room, room.decor.fabric(), 1.9, 4.5, 2.6);
    Lounge.rug(room, room.decor.accent(), 1.6, 2.2, 3.2, 2.1);
    Lounge.table(room, room.decor.wood(), 2.5, 2.8, 1.4, 0.75, 0.4);
    Study.bookcase(room, 0.05, 3.6, 0.5);
  }),
  ATTIC(new Spot(4.8, 2.9, 5.0), room -> {
    room.boards();
    Slopes.roof(room, 1.0);
    Openings.window(room.back, room.decor.trim(), 1.75, 1.0, 1.3, 1.1);
    Lounge.rug(room, room.decor.accent(), 1.2, 1.3, 2.4, 2.2);
    Bedding.bed(room, 1.6, 2.6, 1.5);
    Lounge.cabinet(room, room.decor.wood(), new Spot(0.1, 0.05, 3.6), 0.8, 0.6, 0.8, 2);
    Lounge.plant(room, 4.2, 4.2, 0.7);
  }),
  CONSERVATORY(new Spot(4.8, 2.8, 4.4), room -> {
    room.tiles(0.6, new Color(0xD5CBB8), new Color(0xC9BEA8));
    for (var wall : new Wall[] {room.left, room.back, room.right}) {
      Openings.pane(wall, 0.05, 0.6, wall.length() - 0.1, 2.1);
      int columns = (int) (wall.length() / 0.8);
      Openings.bars(wall, room.decor.trim(), 0.05, 0.6, wall.length() - 0.1, 2.1, columns, 3);
    }
    Lounge.plant(room, 0.5, 3.9, 1.5);
    Lounge.plant(room, 4.3, 3.9, 1.3);
    Lounge.sofa(room, room.decor.fabric(), 1.4, 3.2, 2.0);
    Lounge.rug(room, room.decor.accent(), 1.2, 1.5, 2.4, 1.5);
    Lounge.table(room, room.decor.wood(), 1.9, 1.9, 1.0, 0.7, 0.45);
  }),
  EMPTY_ROOM(new Spot(5.0, 2.6, 4.8), room -> {
    room.boards();
    Openings.window(room.back, room.decor.trim(), 1.0, 0.85, 1.5, 1.35);
    Openings.window(room.left, room.decor.trim(), 2.2, 0.85, 1.5, 1.35);
    Openings.door(room.right, room.decor.trim(), 1.2);
    room.sun(0.6, 1.8, 1.5, 1.2);
    room.brush.box(
        Brush.shade(room.decor.trim(), 0.97), new Spot(3.2, 0.1, room.deep - 0.1), 1.1, 0.55, 0.1);
  });

  final Spot size;
  final Consumer<Shell> furnish;

  RoomKind(Spot size, Consumer<Shell> furnish) {
    this.size = size;
    this.furnish = furnish;
  }

  private static void window(Wall wall, Shell room, double left, double low, double w, double h) {
    Openings.window(wall, room.decor.trim(), left, low, w, h);
    Openings.curtains(
        wall,
        Brush.shade(room.decor.fabric(), 1.3),
        left,
        w,
        Math.min(room.high - 0.15, low + h + 0.2));
  }

  private static void grid(Wall wall, double left) {
    Openings.pane(wall, left, 0.9, 1.3, 2.3);
    Openings.bars(wall, new Color(0x2F2E2C), left, 0.9, 1.3, 2.3, 3, 5);
  }
}
