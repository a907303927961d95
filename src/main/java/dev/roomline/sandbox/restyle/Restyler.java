package dev.roomline.sandbox.restyle;

import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Restyles a photo: lines and light stay, and surfaces take the colours of a style.
 */
public final class Restyler {
  /** Fewer shades per channel make a much smaller file without a visible difference. */
  private static final int SHADES = 0xFC;

  private final int width;
  private final int[] photo;
  private final Coat[] coats;

  private Restyler(BufferedImage image, Palette style, long seed) {
    width = image.getWidth();
    photo = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    coats = coats(Surfaces.of(image), style, seed);
    for (int at = 0; at < photo.length; at++) coats[at].cover(photo[at]);
  }

  public static BufferedImage restyle(BufferedImage photo, Palette style, long seed) {
    var restyler = new Restyler(photo, style, seed);
    int wide = photo.getWidth();
    int high = photo.getHeight();
    var styled = new int[wide * high];
    for (int y = 0; y < high; y++)
      for (int x = 0; x < wide; x++) styled[y * wide + x] = restyler.pixel(x, y);
    var room = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    room.setRGB(0, 0, wide, high, styled, 0, wide);
    return room;
  }

  private static Coat[] coats(Surface[] surfaces, Palette style, long seed) {
    Map<Role, Coat> mixed = new EnumMap<>(Role.class);
    for (var role : Role.values()) mixed.put(role, Coat.of(role, style, seed));
    Map<Surface, Coat> known = new HashMap<>();
    var coats = new Coat[surfaces.length];
    for (int at = 0; at < surfaces.length; at++)
      coats[at] = at > 0 && surfaces[at] == surfaces[at - 1]
          ? coats[at - 1]
          : known.computeIfAbsent(
              surfaces[at], surface -> Objects.requireNonNull(mixed.get(Role.of(surface, seed))));
    return coats;
  }

  private int pixel(int x, int y) {
    int here = y * width + x;
    if (coats[here].role == Role.NATURAL)
      return photo[here] & (SHADES << 16 | SHADES << 8 | SHADES);
    double lit = Surface.light(photo[here]) + 8;
    if (!within(x, here)) return edge(x, here, lit);
    var color = coats[here].color;
    double light = lit / (coats[here].light() + 8);
    return rgb(color.getRed(), color.getGreen(), color.getBlue(), light);
  }

  /** Whether all neighbours have the same coat. */
  private boolean within(int x, int here) {
    int above = here - width;
    int below = here + width;
    if (x == 0 || x == width - 1 || above < 0 || below >= coats.length) return false;
    var coat = coats[here];
    return coats[here - 1] == coat
        && coats[here + 1] == coat
        && coats[above - 1] == coat
        && coats[above] == coat
        && coats[above + 1] == coat
        && coats[below - 1] == coat
        && coats[below] == coat
        && coats[below + 1] == coat;
  }

  /** Averages the neighbours' coats, so that edges have no fringe. */
  private int edge(int x, int here, double lit) {
    double red = 0;
    double green = 0;
    double blue = 0;
    double mean = 0;
    int count = 0;
    for (int dy = -1; dy <= 1; dy++)
      for (int dx = -1; dx <= 1; dx++) {
        int at = here + dy * width + dx;
        if (x + dx < 0 || x + dx >= width || at < 0 || at >= coats.length) continue;
        var color = coats[at].color;
        red += color.getRed();
        green += color.getGreen();
        blue += color.getBlue();
        mean += coats[at].light();
        count++;
      }
    return rgb(red / count, green / count, blue / count, lit / (mean / count + 8));
  }

  private static int rgb(double red, double green, double blue, double light) {
    return channel(red, light) << 16 | channel(green, light) << 8 | channel(blue, light);
  }

  /** Darkens by multiplying and brightens towards white, so that highlights stay. */
  private static int channel(double color, double light) {
    double lit = light <= 1 ? color * light : color + (255 - color) * (1 - 1 / light) * 0.8;
    return (int) Math.max(0, Math.min(255, lit)) & SHADES;
  }
}
