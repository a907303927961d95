package dev.roomline.images;

import java.util.Locale;

/** Writes a picture's shape as an aspect ratio, such as 3:2. */
final class AspectRatio {
  private static final int[][] USUAL = {
    {1, 1}, {5, 4}, {4, 3}, {7, 5}, {3, 2}, {16, 10}, {7, 4}, {16, 9}, {2, 1}, {21, 9}, {3, 1}
  };
  private static final double NEAR = 0.01;

  private AspectRatio() {}

  static String of(int width, int height) {
    var upright = height > width;
    double ratio = upright ? (double) height / width : (double) width / height;
    for (var usual : USUAL)
      if (Math.abs(ratio * usual[1] / usual[0] - 1) < NEAR)
        return upright ? usual[1] + ":" + usual[0] : usual[0] + ":" + usual[1];
    var number = String.format(Locale.ROOT, "%.2f", ratio);
    return upright ? "1:" + number : number + ":1";
  }
}
