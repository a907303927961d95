package dev.roomline.endpoint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads an answer, and fails if it is too large. Closing it leaves the rest unread. */
final class LimitedInputStream extends FilterInputStream {
  private static final int MOST_BYTES = 10_000_000;

  private long bytes;

  LimitedInputStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    var one = in.read();
    if (one >= 0) count(1);
    return one;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    var read = in.read(to, offset, length);
    if (read > 0) count(read);
    return read;
  }

  @Override
  public void close() {
    // The HTTP client would read all that is left; the call closes the connection instead.
  }

  private void count(int read) throws IOException {
    bytes += read;
    if (bytes > MOST_BYTES) throw new IOException("the answer is larger than 10 MB");
  }
}
