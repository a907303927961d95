package dev.roomline.sandbox.draw;

import java.awt.Color;

/** The colours of an unstyled room's walls, floor and furniture. */
record Decor(Color wall, Color floor, Color wood, Color fabric, Color accent, Color trim) {
  private static final Decor[] DATED = {
    of(0xD9CDB6, 0xA98054, 0x7A5230, 0x8E8574, 0x9B6A4A, 0xEFE9DC),
    of(0xCFCBC0, 0x9C8468, 0x6B4A32, 0x6F7A80, 0x7D8A74, 0xECEAE4),
    of(0xDDD3C3, 0x8F6B49, 0x8A6238, 0x9A8468, 0x8A5A55, 0xF2EDE2),
    of(0xC9CCC4, 0xB09474, 0x74563C, 0x7E7668, 0x6E7F8C, 0xEDEDE6),
  };

  static Decor dated(long seed) {
    return DATED[Dice.below(seed, DATED.length)];
  }

  private static Decor of(int wall, int floor, int wood, int fabric, int accent, int trim) {
    return new Decor(
        new Color(wall),
        new Color(floor),
        new Color(wood),
        new Color(fabric),
        new Color(accent),
        new Color(trim));
  }
}
