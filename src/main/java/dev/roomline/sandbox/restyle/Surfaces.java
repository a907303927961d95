package dev.roomline.sandbox.restyle;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * Splits a photo into surfaces: similar neighbouring pixels belong together, so that a wall with
 * shadows stays one surface and ends at its edges.
 */
final class Surfaces {
  private static final byte STEP = 9;
  /** Smaller ones are edges, and join the neighbour that they resemble most. */
  private static final int SMALL = 24;

  private static final int ROUNDS = 4;

  private final int width;
  private final int[] around;
  private final int[] rgb;
  private final int[] root;
  /** Null for a pixel that is still alone; most join a neighbour before the value is needed. */
  private final @Nullable Surface[] surfaces;

  private Surfaces(BufferedImage photo) {
    width = photo.getWidth();
    around = new int[] {-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1};
    rgb = photo.getRGB(0, 0, width, photo.getHeight(), null, 0, width);
    root = new int[rgb.length];
    surfaces = new Surface[rgb.length];
  }

  /** For each pixel, row by row, the surface it belongs to. */
  static Surface[] of(BufferedImage photo) {
    var surfaces = new Surfaces(photo);
    surfaces.join();
    return surfaces.settled();
  }

  /** Joins the most similar neighbours first, so that rug and floor differ before shadows join. */
  private void join() {
    var left = new byte[rgb.length];
    var above = new byte[rgb.length];
    for (int at = 0; at < rgb.length; at++) {
      root[at] = at;
      left[at] = at % width > 0 ? apart(at, at - 1) : STEP;
      above[at] = at >= width ? apart(at, at - width) : STEP;
    }
    for (int step = 0; step < STEP; step++)
      for (int at = 0; at < rgb.length; at++) {
        if (left[at] == step) unite(at, at - 1);
        if (above[at] == step) unite(at, at - width);
      }
  }

  private Surface[] settled() {
    var settled = new Surface[rgb.length];
    var small = new int[rgb.length];
    int left = 0;
    for (int at = 0; at < rgb.length; at++) {
      settled[at] = surface(find(at));
      if (settled[at].area() < SMALL) small[left++] = at;
    }
    for (int round = 0; round < ROUNDS; round++) left = settle(settled, small, left);
    return settled;
  }

  /** Joins each small one to its most similar neighbour; returns how many have none yet. */
  private int settle(Surface[] settled, int[] small, int count) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      int at = small[i];
      settled[at] = likest(settled, at);
      if (settled[at].area() < SMALL) small[left++] = at;
    }
    return left;
  }

  private Surface likest(Surface[] settled, int at) {
    var likest = settled[at];
    double least = Double.MAX_VALUE;
    for (int step : around) {
      int beside = at + step;
      if (beside < 0 || beside >= rgb.length || settled[beside].area() < SMALL) continue;
      double apart = settled[beside].apart(rgb[at]);
      if (apart < least) {
        least = apart;
        likest = settled[beside];
      }
    }
    return likest;
  }

  private byte apart(int one, int other) {
    int apart = 0;
    for (int shift = 0; shift <= 16; shift += 8)
      apart = Math.max(apart, Math.abs((rgb[one] >> shift & 255) - (rgb[other] >> shift & 255)));
    return (byte) Math.min(STEP, apart);
  }

  private void unite(int one, int other) {
    int from = find(one);
    int to = find(other);
    if (from == to) return;
    var joining = surfaces[from];
    var joined = surface(to);
    if (joining == null) joined.add(rgb[from], low(from));
    else if (joining.like(joined)) joined.add(joining);
    else return;
    root[from] = to;
    surfaces[from] = null;
  }

  private Surface surface(int at) {
    var known = surfaces[at];
    if (known != null) return known;
    var alone = new Surface();
    alone.add(rgb[at], low(at));
    surfaces[at] = alone;
    return alone;
  }

  private double low(int at) {
    return (double) at / rgb.length;
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
