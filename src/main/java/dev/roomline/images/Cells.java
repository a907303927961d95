package dev.roomline.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A picture as a few cells of average colour: what is left of it once noise is gone. */
final class Cells {
  private static final int SIDE = 32;
  private static final int CELL = 4; // pixels
  private static final int CHANNELS = 3;

  private static final int WIDE = SIDE * CELL;
  private static final int MEDIAN_STEP = 4; // a quarter of a level

  /** Of each cell and channel, all its pixels together. */
  private final int[] sums = new int[SIDE * SIDE * CHANNELS];

  Cells(BufferedImage image) {
    // One size for all, or the cells of a picture and of its smaller copy do not meet.
    var scaled = Scale.to(image, WIDE, WIDE).getRaster().getDataBuffer();
    var pixels = ((DataBufferByte) scaled).getData();
    for (int cell = 0; cell < SIDE * SIDE; cell++)
      for (int channel = 0; channel < CHANNELS; channel++)
        sums[cell * CHANNELS + channel] = sum(pixels, cell, channel);
  }

  private static int sum(byte[] pixels, int cell, int channel) {
    int first = (cell / SIDE * WIDE + cell % SIDE) * CELL * CHANNELS + channel;
    int sum = 0;
    for (int y = 0; y < CELL; y++)
      for (int x = 0; x < CELL; x++) sum += pixels[first + (y * WIDE + x) * CHANNELS] & 0xFF;
    return sum;
  }

  /** The share of cells that differ by more than so many levels from the commonest colour. */
  double shareOffTheMain(double tolerance) {
    var main = new int[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) main[channel] = median(channel);
    return share(tolerance, main, false);
  }

  private int median(int channel) {
    var counts = new int[256 * CELL * CELL / MEDIAN_STEP];
    for (int cell = channel; cell < sums.length; cell += CHANNELS)
      counts[sums[cell] / MEDIAN_STEP]++;
    int step = 0;
    for (int before = counts[0]; before <= SIDE * SIDE / 2; before += counts[step]) step++;
    return step * MEDIAN_STEP + MEDIAN_STEP / 2;
  }

  /** The share of cells that differ by more than so many levels from another picture's. */
  double shareOff(Cells other, double tolerance) {
    return share(tolerance, other.sums, true);
  }

  private double share(double tolerance, int[] others, boolean cellByCell) {
    double most = tolerance * CELL * CELL;
    int off = 0;
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      int furthest = 0;
      for (int channel = 0; channel < CHANNELS; channel++) {
        int at = cell * CHANNELS + channel;
        furthest = Math.max(furthest, Math.abs(sums[at] - others[cellByCell ? at : channel]));
      }
      if (furthest > most) off++;
    }
    return (double) off / (SIDE * SIDE);
  }
}
