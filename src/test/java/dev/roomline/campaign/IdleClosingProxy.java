package dev.roomline.campaign;

import dev.roomline.domain.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a server, and closes each connection at random within 2 s after an answer. */
final class IdleClosingProxy implements AutoCloseable {
  private static final int LONGEST_IDLE_MILLIS = 2_000;

  final AtomicLong connections = new AtomicLong();
  private final ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("proxy"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("proxy-clock"));
  private final Random chance;
  private final int target;

  IdleClosingProxy(URI target, long seed) throws IOException {
    this.target = target.getPort();
    this.chance = new Random(seed);
    threads.execute(this::listen);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
        connections.incrementAndGet();
        var connection = new Connection(client, upstream);
        threads.execute(connection::passRequests);
        threads.execute(connection::passAnswers);
      } catch (IOException e) {
        // The proxy is closed.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
    clock.shutdownNow();
  }

  /** Is told of each piece that is passed on. */
  private interface Piece {
    void endsWith(byte last);
  }

  private final class Connection {
    private final Socket client;
    private final Socket upstream;
    private Future<?> end;

    Connection(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    void passRequests() {
      pass(client, upstream, last -> busy());
    }

    void passAnswers() {
      pass(upstream, client, this::idleAfter);
    }

    private synchronized void busy() {
      if (end != null) end.cancel(false);
    }

    /** Only after a whole answer, which ends as JSON does. */
    private synchronized void idleAfter(byte last) {
      if (last != '}') return;
      busy();
      var millis = chance.nextInt(LONGEST_IDLE_MILLIS);
      end = clock.schedule(this::close, millis, TimeUnit.MILLISECONDS);
    }

    private void pass(Socket from, Socket to, Piece after) {
      var piece = new byte[8_192];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int count; (count = in.read(piece)) >= 0; ) {
          if (from == client) after.endsWith(piece[count - 1]);
          out.write(piece, 0, count);
          if (from == upstream) after.endsWith(piece[count - 1]);
        }
      } catch (IOException e) {
        // One of both has closed it.
      } finally {
        close();
      }
    }

    private void close() {
      try (client;
          upstream) {
        busy();
      } catch (IOException e) {
        // It is closed.
      }
    }
  }
}
