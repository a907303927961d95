package dev.roomline.sandbox;

import java.io.InputStream;
import java.util.Objects;

/** A stream of a few bytes, followed by zeros. */
final class FloodStream extends InputStream {
  private final byte[] start;
  private final long length;
  private long at;

  FloodStream(byte[] start, long length) {
    this.start = start.clone();
    this.length = length;
  }

  @Override
  public int read() {
    if (at == length) return -1;
    int next = at < start.length ? start[(int) at] & 255 : 0;
    at++;
    return next;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    Objects.checkFromIndexSize(from, most, into.length);
    if (at == length) return -1;
    int count = (int) Math.min(most, length - at);
    for (int i = 0; i < count; i++)
      into[from + i] = at + i < start.length ? start[(int) at + i] : 0;
    at += count;
    return count;
  }
}
