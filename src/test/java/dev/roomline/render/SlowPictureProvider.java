package dev.roomline.render;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that renders at once, but delivers no picture before the test releases them. */
final class SlowPictureProvider implements AutoCloseable {
  final AtomicInteger creates = new AtomicInteger();
  private final CountDownLatch shown = new CountDownLatch(1);
  private final HttpServer server;

  SlowPictureProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/api", this::create);
    server.createContext("/pictures", this::picture);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void releasePictures() {
    shown.countDown();
  }

  private void create(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var number = creates.incrementAndGet();
    var body = "{\"status\":\"success\",\"id\":%d,\"output\":[\"%s/pictures/%d.png\"],\"meta\":{}}"
        .formatted(number, url(), number);
    answer(exchange, body.getBytes(StandardCharsets.UTF_8));
  }

  private void picture(HttpExchange exchange) throws IOException {
    try {
      shown.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    answer(exchange, SamplePng.png("room"));
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    releasePictures();
    server.stop(0);
  }
}
