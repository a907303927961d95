package dev.roomline.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.stream.IntStream;

/** A picture as a few cells of average colour, so that pictures compare without noise. */
final class ColorGrid {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int FINE = 16; // parts of a level
  private static final int MEDIAN_STEP = 4; // a quarter of a level

  /** Of each cell and channel. */
  private final int[] averages = new int[SIDE * SIDE * CHANNELS];

  /** Of a picture in bytes, as {@link RgbImages} makes them. */
  ColorGrid(BufferedImage image) {
    var pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    var across = Stretch.all(image.getWidth());
    var down = Stretch.all(image.getHeight());
    for (int at = 0; at < averages.length; at++) {
      int cell = at / CHANNELS;
      averages[at] = average(pixels, down[cell / SIDE], across[cell % SIDE], at % CHANNELS);
    }
  }

  private static int average(byte[] pixels, Stretch down, Stretch across, int channel) {
    long sum = 0;
    for (int y = 0; y < down.shares.length; y++) {
      int at = ((down.first + y) * across.side + across.first) * CHANNELS + channel;
      int line = 0;
      for (int share : across.shares) {
        line += share * (pixels[at] & 0xFF);
        at += CHANNELS;
      }
      sum += (long) down.shares[y] * line;
    }
    return (int) (sum * FINE / down.side / across.side);
  }

  /**
   * The pixels that a cell covers on a side of the picture, those at its ends in part: or the cells
   * of a picture and of its smaller copy would not meet.
   */
  private static final class Stretch {
    private final int side;
    private final int first;
    private final int[] shares; // of each pixel, in parts of which a pixel has as many as cells

    private Stretch(int cell, int side) {
      int from = cell * side;
      int to = from + side;
      this.side = side;
      this.first = from / SIDE;
      this.shares = new int[(to - 1) / SIDE - first + 1];
      for (int n = 0; n < shares.length; n++) {
        int pixel = (first + n) * SIDE;
        shares[n] = Math.min(to, pixel + SIDE) - Math.max(from, pixel);
      }
    }

    static Stretch[] all(int side) {
      return IntStream.range(0, SIDE)
          .mapToObj(cell -> new Stretch(cell, side))
          .toArray(Stretch[]::new);
    }
  }

  /** The share of cells that differ by more than so many levels from the commonest colour. */
  double shareDifferingFromMedian(double tolerance) {
    var main = new int[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) main[channel] = median(channel);
    return share(tolerance, main, false);
  }

  private int median(int channel) {
    var counts = new int[256 * FINE / MEDIAN_STEP];
    for (int cell = channel; cell < averages.length; cell += CHANNELS)
      counts[averages[cell] / MEDIAN_STEP]++;
    int step = 0;
    for (int before = counts[0]; before <= SIDE * SIDE / 2; before += counts[step]) step++;
    return step * MEDIAN_STEP + MEDIAN_STEP / 2;
  }

  /** The share of cells that differ by more than so many levels from another picture's. */
  double shareDifferingFrom(ColorGrid other, double tolerance) {
    return share(tolerance, other.averages, true);
  }

  private double share(double tolerance, int[] others, boolean cellByCell) {
    double most = tolerance * FINE;
    int off = 0;
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      int furthest = 0;
      for (int channel = 0; channel < CHANNELS; channel++) {
        int at = cell * CHANNELS + channel;
        furthest = Math.max(furthest, Math.abs(averages[at] - others[cellByCell ? at : channel]));
      }
      if (furthest > most) off++;
    }
    return (double) off / (SIDE * SIDE);
  }
}
