package dev.roomline.sandbox.restyle;

/** One surface of a photo: how big, how bright, how tinted, how high. */
final class Surface {
  private static final int UNSURE = 12;
  private static final double LIGHT = 60;
  private static final double TINT = 0.1;

  private int area;
  private double red;
  private double green;
  private double blue;
  private double top = 1;
  private double foot;
  private double lows;

  void add(int rgb, double low) {
    area++;
    red += rgb >> 16 & 255;
    green += rgb >> 8 & 255;
    blue += rgb & 255;
    top = Math.min(top, low);
    foot = Math.max(foot, low);
    lows += low;
  }

  void add(Surface other) {
    area += other.area;
    red += other.red;
    green += other.green;
    blue += other.blue;
    top = Math.min(top, other.top);
    foot = Math.max(foot, other.foot);
    lows += other.lows;
  }

  /** Whether both have one tint and about the same light; true if one is too small to decide. */
  boolean like(Surface other) {
    if (Math.min(area, other.area) < UNSURE) return true;
    double light = Math.max(20, light());
    double otherLight = Math.max(20, other.light());
    return Math.abs(light - otherLight) < LIGHT
        && Math.abs(warmth() / light - other.warmth() / otherLight) < TINT
        && Math.abs(coolness() / light - other.coolness() / otherLight) < TINT;
  }

  int area() {
    return area;
  }

  /** 0 at the top of the picture, 1 at its foot. */
  double top() {
    return top;
  }

  double foot() {
    return foot;
  }

  double middle() {
    return lows / area;
  }

  double light() {
    return (0.3 * red + 0.59 * green + 0.11 * blue) / area;
  }

  /** Red over green: wood and brick above, leaves below zero. */
  double warmth() {
    return (red - green) / area;
  }

  /** Blue over the rest: sky above, wood below zero. */
  double coolness() {
    return (blue - (red + green) / 2) / area;
  }

  double apart(int rgb) {
    return Math.abs(red / area - (rgb >> 16 & 255))
        + Math.abs(green / area - (rgb >> 8 & 255))
        + Math.abs(blue / area - (rgb & 255));
  }

  static double light(int rgb) {
    return 0.3 * (rgb >> 16 & 255) + 0.59 * (rgb >> 8 & 255) + 0.11 * (rgb & 255);
  }
}
