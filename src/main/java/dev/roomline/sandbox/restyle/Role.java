package dev.roomline.sandbox.restyle;

import dev.roomline.sandbox.draw.Brush;
import dev.roomline.sandbox.draw.Dice;
import java.awt.Color;

/** The role of a surface, which decides its colour in a style. */
enum Role {
  CEILING,
  WALL,
  FLOOR,
  WOOD,
  FABRIC,
  ACCENT,
  DARK,
  /** Sky, leaves and the like, which keep their colours. */
  NATURAL;

  /** A guess by tint, light and place; {@code seed} decides which textile is which. */
  static Role of(Surface surface, long seed) {
    double light = surface.light();
    double warmth = surface.warmth();
    double coolness = surface.coolness();
    boolean below = surface.top() > 0.5;
    boolean pale = Math.abs(warmth) < 17 && Math.abs(coolness) < 30;
    if (light < 48) return DARK;
    if (light < 170 && warmth < -10 && coolness < -12 && surface.area() < 9000) return NATURAL;
    if (light > 165 && surface.top() < 0.6 && (warmth < -7 || coolness > 12)) return NATURAL;
    if (light > 218 || (light > 190 && surface.middle() < 0.16)) return CEILING;
    if (below && pale && light > 160 && surface.area() < 5000) return CEILING;
    if (below && warmth > 13 && light > 92 && coolness > -62) return FLOOR;
    if (below && warmth > 6 && surface.foot() > 0.97 && surface.area() < 20_000) return FLOOR;
    if (pale && light > (below ? 150 : 115) && surface.middle() < 0.72) return WALL;
    if (warmth > 22) return surface.middle() > 0.8 && surface.area() > 3000 ? ACCENT : WOOD;
    long tint = Math.round(warmth / 12) * 31 + Math.round(coolness / 16);
    return Dice.below(Dice.mix(tint) + seed, 2) == 0 ? FABRIC : ACCENT;
  }

  Color color(Palette style) {
    return switch (this) {
      case CEILING, NATURAL -> Brush.mix(Color.WHITE, style.wall, 0.2);
      case WALL -> style.wall;
      case FLOOR -> style.floor;
      case WOOD -> style.wood;
      case FABRIC -> style.fabric;
      case ACCENT -> style.accent;
      case DARK -> style.dark;
    };
  }
}
