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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A provider that renders at once, but delivers no picture before the test releases them. */
final class SlowPictureProvider implements AutoCloseable {
  final AtomicInteger creates = new AtomicInteger();
  private final CountDownLatch shown = new CountDownLatch(1);
  private final HttpServer server;

  private volatile int picturesOfARender = 1;
  private volatile boolean slowly;

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

  /** Each render has this many pictures, which come byte by byte, or not at all. */
  void deliver(int picturesOfARender, boolean slowly) {
    this.picturesOfARender = picturesOfARender;
    this.slowly = slowly;
  }

  private void create(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var number = creates.incrementAndGet();
    var links = IntStream.rangeClosed(1, picturesOfARender)
        .mapToObj(n -> "\"%s/pictures/%d-%d.png\"".formatted(url(), number, n))
        .collect(Collectors.joining(","));
    var body =
        "{\"status\":\"success\",\"id\":%d,\"output\":[%s],\"meta\":{}}".formatted(number, links);
    answer(exchange, body.getBytes(StandardCharsets.UTF_8));
  }

  private void picture(HttpExchange exchange) throws IOException {
    try {
      if (slowly) exchange.sendResponseHeaders(200, 0);
      while (slowly && !shown.await(50, TimeUnit.MILLISECONDS)) {
        exchange.getResponseBody().write(0);
        exchange.getResponseBody().flush();
      }
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
