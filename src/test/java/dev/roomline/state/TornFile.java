package dev.roomline.state;

import java.util.Arrays;

/** What was written to a file by the time its process was killed. */
final class TornFile {
  private static final int PAGE = 4096;

  private byte[] bytes = new byte[0];

  byte[] bytes() {
    return bytes;
  }

  static int pages(byte[] written) {
    return (written.length + PAGE - 1) / PAGE;
  }

  /** Writes no more than the first pages: a kill stops a write between two of them. */
  void write(long at, byte[] written, int pages) {
    var length = Math.min(pages * PAGE, written.length);
    var end = (int) at + length;
    if (end > bytes.length) bytes = Arrays.copyOf(bytes, end);
    System.arraycopy(written, 0, bytes, (int) at, length);
  }

  void cut(long size) {
    bytes = Arrays.copyOf(bytes, (int) size);
  }
}
