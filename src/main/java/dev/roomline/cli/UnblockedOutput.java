package dev.roomline.cli;

import dev.roomline.domain.DaemonThreads;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;

/**
 * Standard error that never keeps its writer waiting. A pipe that nobody reads fills up, and so does
 * a terminal after Ctrl-S: what does not fit is dropped, so that a run goes on and a signal ends it.
 */
final class UnblockedOutput extends OutputStream {
  /** How long the last lines of a command wait for somebody who reads them. */
  static final Duration LAST_LINES = Duration.ofSeconds(5);

  private static final int MOST_WAITING = 1 << 18;
  private static final int PIECE = 1 << 12;

  /** How long {@link #flush} waits for a reader. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final OutputStream to;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private long taken;
  private long written;
  private boolean closed;

  UnblockedOutput(OutputStream to) {
    this.to = to;
    DaemonThreads.start("stderr", this::pass);
  }

  /** Puts one in the place of standard error. */
  static UnblockedOutput replaceStandardError() {
    var stderr = new UnblockedOutput(new FileOutputStream(FileDescriptor.err));
    System.setErr(new PrintStream(stderr, false, charset()));
    return stderr;
  }

  /** As Java's own stream has it. */
  private static Charset charset() {
    var name = System.getProperty("stderr.encoding", System.getProperty("sun.stderr.encoding"));
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }

  @Override
  public void write(int single) {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int count) {
    if (closed || waiting.size() + count > MOST_WAITING) return;
    waiting.write(bytes, offset, count);
    taken += count;
    notifyAll();
  }

  /** So that a line to standard output comes after those before it. */
  @Override
  public void flush() {
    drain(MOMENT);
  }

  /** Returns once all is written, or nothing has been for so long. */
  synchronized void drain(Duration patience) {
    var before = written;
    var end = System.nanoTime() + patience.toNanos();
    try {
      for (var left = patience.toMillis(); written < taken && left > 0; ) {
        wait(left);
        if (written > before) end = System.nanoTime() + patience.toNanos();
        before = written;
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass() {
    try {
      while (true) {
        var bytes = next();
        for (var from = 0; from < bytes.length; from += PIECE) {
          var count = Math.min(PIECE, bytes.length - from);
          to.write(bytes, from, count);
          count(count);
        }
      }
    } catch (IOException | InterruptedException e) {
      close(); // its reader has gone
    }
  }

  private synchronized byte[] next() throws InterruptedException {
    while (waiting.size() == 0) wait();
    var bytes = waiting.toByteArray();
    waiting.reset();
    return bytes;
  }

  private synchronized void count(int bytes) {
    written += bytes;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    taken = written;
    notifyAll();
  }
}
