package dev.roomline.campaign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.roomline.render.SamplePng;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider whose answers hold one well-formed, very large field. */
final class LargeAnswerProvider implements AutoCloseable {
  final AtomicInteger billed = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
  private final byte[] field;

  /** Answers with this field, such as {@code "meta":{}}, before all others. */
  LargeAnswerProvider(String field) throws IOException {
    this.field = ("{" + field + ",").getBytes(StandardCharsets.UTF_8);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var path = exchange.getRequestURI().getPath();
      if (path.startsWith("/pictures/")) picture(exchange, path);
      else if (path.endsWith("/interior")) create(exchange);
      else exchange.sendResponseHeaders(404, -1);
    }
  }

  private void create(HttpExchange exchange) throws IOException {
    var render = billed.incrementAndGet();
    var rest = "\"status\":\"success\",\"id\":%d,\"output\":[\"%s/pictures/new-%d.png\"]}"
        .formatted(render, url(), render)
        .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, field.length + rest.length);
    exchange.getResponseBody().write(field);
    exchange.getResponseBody().write(rest);
  }

  private static void picture(HttpExchange exchange, String path) throws IOException {
    var png = SamplePng.png(path);
    exchange.sendResponseHeaders(200, png.length);
    exchange.getResponseBody().write(png);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
