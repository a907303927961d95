package dev.roomline.sandbox;

import java.awt.image.BufferedImage;

/**
 * A photo told apart into the surfaces it shows: neighbours that hardly differ belong together, so
 * that a wall stays one wall across all its shadows and ends where it has an edge.
 */
final class Surfaces {
  private static final int STEP = 9;
  /** Smaller ones are edges, and join whichever neighbour they resemble. */
  private static final int SMALL = 24;

  private static final int ROUNDS = 4;

  private final int width;
  private final int[] rgb;
  private final int[] root;
  private final Surface[] surfaces;

  private Surfaces(BufferedImage photo) {
    width = photo.getWidth();
    rgb = photo.getRGB(0, 0, width, photo.getHeight(), null, 0, width);
    root = new int[rgb.length];
    surfaces = new Surface[rgb.length];
  }

  /** For each pixel, row by row, the surface it belongs to. */
  static Surface[] of(BufferedImage photo) {
    var surfaces = new Surfaces(photo);
    surfaces.join();
    return surfaces.told();
  }

  /** Likest neighbours first: by the time shadows come up, rug and floor know their own tints. */
  private void join() {
    for (int at = 0; at < rgb.length; at++) {
      root[at] = at;
      surfaces[at] = new Surface();
      surfaces[at].add(rgb[at], (double) at / rgb.length);
    }
    for (int step = 0; step < STEP; step++)
      for (int at = 0; at < rgb.length; at++) {
        if (at % width > 0 && apart(at, at - 1) == step) unite(at, at - 1);
        if (at >= width && apart(at, at - width) == step) unite(at, at - width);
      }
  }

  private Surface[] told() {
    var told = new Surface[rgb.length];
    for (int at = 0; at < rgb.length; at++) told[at] = surfaces[find(at)];
    for (int round = 0; round < ROUNDS; round++)
      for (int at = 0; at < rgb.length; at++)
        if (told[at].area() < SMALL) told[at] = likest(told, at);
    return told;
  }

  private Surface likest(Surface[] told, int at) {
    var likest = told[at];
    double least = Double.MAX_VALUE;
    for (int step :
        new int[] {-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1}) {
      int beside = at + step;
      if (beside < 0 || beside >= rgb.length || told[beside].area() < SMALL) continue;
      double apart = told[beside].apart(rgb[at]);
      if (apart < least) {
        least = apart;
        likest = told[beside];
      }
    }
    return likest;
  }

  private int apart(int one, int other) {
    int apart = 0;
    for (int shift = 0; shift <= 16; shift += 8)
      apart = Math.max(apart, Math.abs((rgb[one] >> shift & 255) - (rgb[other] >> shift & 255)));
    return apart;
  }

  private void unite(int one, int other) {
    int from = find(one);
    int to = find(other);
    if (from == to || !surfaces[from].like(surfaces[to])) return;
    root[from] = to;
    surfaces[to].add(surfaces[from]);
  }

  private int find(int at) {
    int top = at;
    while (root[top] != top) {
      root[top] = root[root[top]];
      top = root[top];
    }
    return top;
  }
}
