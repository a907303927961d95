package dev.roomline.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that misbehaves below HTTP: it reads one request and runs the given reaction. */
final class RawSocketProvider implements AutoCloseable {

  interface Misdeed {
    void to(Socket client) throws IOException, InterruptedException;
  }

  final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Misdeed misdeed;

  RawSocketProvider(Misdeed misdeed) throws IOException {
    this.misdeed = misdeed;
    var thread = new Thread(this::serve, "raw provider");
    thread.setDaemon(true);
    thread.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        readRequest(client);
        requests.incrementAndGet();
        misdeed.to(client);
      } catch (IOException e) {
        // The client closed the connection, as some of these tests expect.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void readRequest(Socket client) throws IOException {
    var seen = new StringBuilder();
    while (!seen.toString().endsWith("}")) {
      var next = client.getInputStream().read();
      if (next < 0) throw new IOException("no request");
      seen.append((char) next);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
