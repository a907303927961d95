package dev.roomline.endpoint;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The connection of one call. Connecting, each read and each write end when the call's time is over,
 * encryption included. A read also ends soon after its thread is interrupted.
 */
final class CallSocket extends Socket {
  private static final int SLICE_MILLIS = 1_000;

  private final CallTime time;
  private final int connectMillis;
  private final ScheduledExecutorService alarms;
  private int readTimeout; // the HTTP client's own; 0 for none

  CallSocket(CallTime time, int connectMillis, ScheduledExecutorService alarms) {
    super(Proxy.NO_PROXY); // a SOCKS proxy of the system might connect to any address
    this.time = time;
    this.connectMillis = connectMillis;
    this.alarms = alarms;
  }

  @Override
  public void connect(SocketAddress to, int ignored) throws IOException {
    time.spend(connectMillis, millis -> {
      super.connect(to, millis);
      return to;
    });
  }

  /** The system's timeout is set by each read. */
  @Override
  public synchronized void setSoTimeout(int timeout) {
    readTimeout = timeout;
  }

  @Override
  public synchronized int getSoTimeout() {
    return readTimeout;
  }

  /** The HTTP client would reset what it gives up; the server shall see an orderly end. */
  @Override
  public void setSoLinger(boolean on, int linger) {}

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Output(super.getOutputStream());
  }

  private void hangUp() {
    try {
      close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  private final class Input extends FilterInputStream {
    Input(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      var left = readTimeout == 0 ? Integer.MAX_VALUE : readTimeout;
      while (true) {
        var most = Math.min(left, SLICE_MILLIS);
        try {
          return time.spend(most, millis -> {
            CallSocket.super.setSoTimeout(millis);
            return in.read(to, offset, length);
          });
        } catch (SocketTimeoutException e) {
          if (Thread.currentThread().isInterrupted()) throw new InterruptedIOException();
          left -= most;
          if (left <= 0 || time.isOver()) throw e;
        }
      }
    }
  }

  /** Java has no timeout for a write, so an alarm closes the connection under it. */
  private final class Output extends FilterOutputStream {
    Output(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      var alarm = alarms.schedule(
          CallSocket.this::hangUp, time.left().toMillis() + 1, TimeUnit.MILLISECONDS);
      try {
        out.write(from, offset, length);
      } finally {
        alarm.cancel(false);
      }
    }
  }
}
