package dev.roomline.sandbox.restyle;

import dev.roomline.sandbox.draw.Dice;
import java.awt.Color;

/** One colour of paint and the average light of what it covers; shadows are darker than that. */
final class Coat {
  final Role role;
  final Color color;
  private double light;
  private int covered;

  private Coat(Role role, Color color) {
    this.role = role;
    this.color = color;
  }

  /** Each seed varies the colour a little. */
  static Coat of(Role role, Palette style, long seed) {
    var color = role.color(style);
    var hsb = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
    float hue = (float) (Dice.unit(Dice.roll(seed, role.name(), 0)) - 0.5) * 0.05f;
    float light = (float) (Dice.unit(Dice.roll(seed, role.name(), 1)) - 0.5) * 0.08f;
    return new Coat(
        role, Color.getHSBColor(hsb[0] + hue, hsb[1], Math.min(1, hsb[2] * (1 + light))));
  }

  void cover(int rgb) {
    light += Surface.light(rgb);
    covered++;
  }

  double light() {
    return light / Math.max(1, covered);
  }
}
