package dev.roomline.images;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.stream.ImageInputStreamImpl;

/** A picture's bytes. Buffered, as the JDK's own stream reads the disk for each single byte. */
final class PictureStream extends ImageInputStreamImpl {
  private static final int LARGEST_BUFFER = 1 << 16;
  private static final int LEAST_BUFFER = 1 << 10;

  private final SeekableByteChannel file;
  private final byte[] buffer;
  private long start; // of the buffer, in the file
  private int filled;

  PictureStream(Path path) throws IOException {
    file = Files.newByteChannel(path);
    buffer = new byte[(int) Math.max(LEAST_BUFFER, Math.min(file.size(), LARGEST_BUFFER))];
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    return ready() ? buffer[(int) (streamPos++ - start)] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    bitOffset = 0;
    if (length == 0) return 0;
    int done = 0;
    // Until all is there: Java's readInt takes a short read for the end of the file.
    while (done < length && ready()) {
      int at = (int) (streamPos - start);
      int count = Math.min(length - done, filled - at);
      System.arraycopy(buffer, at, bytes, offset + done, count);
      streamPos += count;
      done += count;
    }
    return done == 0 ? -1 : done;
  }

  @Override
  public long length() {
    try {
      return file.size();
    } catch (IOException unknown) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    file.close();
  }

  /** Skips bytes, and throws at the end of the file, unlike skipBytes and seek. */
  void pass(long count) throws IOException {
    if (count < 0 || count > file.size() - streamPos) throw new EOFException();
    seek(streamPos + count);
  }

  byte[] take(int count) throws IOException {
    if (count > file.size() - streamPos) throw new EOFException();
    var bytes = new byte[count];
    readFully(bytes);
    return bytes;
  }

  private boolean ready() throws IOException {
    checkClosed();
    if (streamPos >= start && streamPos < start + filled) return true;
    file.position(streamPos);
    start = streamPos;
    filled = Math.max(0, file.read(ByteBuffer.wrap(buffer)));
    return filled > 0;
  }
}
