package dev.roomline.images;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A picture as a few cells of average colour: what is left of it once noise is gone. */
final class Cells {
  private static final int SIDE = 32;
  private static final int CELL = 8; // pixels
  private static final int CHANNELS = 3;

  private final double[] levels = new double[SIDE * SIDE * CHANNELS];

  Cells(BufferedImage image) {
    // One size for all, or the cells of a picture and of its smaller copy do not meet.
    var pixels = Scale.to(image, SIDE * CELL, SIDE * CELL).getRaster();
    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++) {
        var cell = pixels.getPixels(x * CELL, y * CELL, CELL, CELL, (int[]) null);
        for (int at = 0; at < cell.length; at++)
          levels[(y * SIDE + x) * CHANNELS + at % CHANNELS] += cell[at] / (double) (CELL * CELL);
      }
  }

  /** The share of cells that differ by more than so many levels from the commonest colour. */
  double shareOffTheMain(double tolerance) {
    var main = new double[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      var sorted = new double[SIDE * SIDE];
      for (int cell = 0; cell < sorted.length; cell++)
        sorted[cell] = levels[cell * CHANNELS + channel];
      Arrays.sort(sorted);
      main[channel] = sorted[sorted.length / 2];
    }
    return share(tolerance, main, false);
  }

  /** The share of cells that differ by more than so many levels from another picture's. */
  double shareOff(Cells other, double tolerance) {
    return share(tolerance, other.levels, true);
  }

  private double share(double tolerance, double[] others, boolean cellByCell) {
    int off = 0;
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      double most = 0;
      for (int channel = 0; channel < CHANNELS; channel++) {
        int at = cell * CHANNELS + channel;
        most = Math.max(most, Math.abs(levels[at] - others[cellByCell ? at : channel]));
      }
      if (most > tolerance) off++;
    }
    return (double) off / (SIDE * SIDE);
  }
}
