package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server that gives planned answers in order, and records the requests. */
final class FakeProvider implements AutoCloseable {

  record Asked(String method, String path, String body, Map<String, List<String>> headers) {}

  private record Reply(int status, String body, Map<String, String> headers) {}

  final List<Asked> requests = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  FakeProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2000);
    server.createContext("/", this::answer);
    server.start();
  }

  FakeProvider respondsWith(int status, String body, Map<String, String> headers) {
    replies.add(new Reply(status, body, headers));
    return this;
  }

  FakeProvider respondsWith(int status, String body) {
    return respondsWith(status, body, Map.of());
  }

  FakeProvider respondsWith(String body) {
    return respondsWith(200, body);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<String> paths() {
    return requests.stream().map(Asked::path).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var path = exchange.getRequestURI().toString();
      requests.add(
          new Asked(exchange.getRequestMethod(), path, body, exchange.getRequestHeaders()));
      // The last reply is repeated.
      var reply = replies.size() > 1 ? replies.poll() : replies.peek();
      assertThat(reply).isNotNull();
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
