package dev.roomline.endpoint;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A provider that numbers its renders, and does with each connection what the test wants. */
final class ConnectionProvider implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  /** What becomes of one connection; it is closed afterwards. */
  interface Conduct {
    void with(ConnectionProvider provider, Socket client) throws IOException;
  }

  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Conduct conduct;

  ConnectionProvider(Conduct conduct) throws IOException {
    this.conduct = conduct;
    threads.execute(this::listen);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  int port() {
    return server.getLocalPort();
  }

  /** Reads one request to its end. */
  void request(Socket client) throws IOException {
    var in = client.getInputStream();
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) throw new EOFException("no further request");
      head.append((char) next);
    }
    var length = LENGTH.matcher(head);
    if (length.find()) in.readNBytes(Integer.parseInt(length.group(1)));
    requests.incrementAndGet();
  }

  /** Answers with the render of that number, and promises to keep the connection. */
  static void answer(Socket client, int render) throws IOException {
    var body = body(render);
    write(
        client,
        "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: " + body.length() + "\r\n\r\n"
            + body);
  }

  static String body(int render) {
    return "{\"status\":\"success\",\"id\":%1$d,\"output\":[\"https://r2.dev/%1$d.png\"]}"
        .formatted(render);
  }

  static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      conduct.with(this, client);
    } catch (IOException e) {
      // The client closed the connection.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
