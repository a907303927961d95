package dev.roomline.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.roomline.domain.RenderOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server that holds its answers until all expected requests have arrived. */
final class BarrierProvider implements AutoCloseable {

  private static final byte[] RENDER =
      "{\"status\":\"success\",\"id\":1,\"output\":[\"https://r2.dev/1.png\"]}"
          .getBytes(StandardCharsets.UTF_8);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch expected;
  private final HttpServer server;

  BarrierProvider(CountDownLatch expected) throws IOException {
    this.expected = expected;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2000);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<RenderOutcome> callConcurrently(int size, Callable<RenderOutcome> call) throws Exception {
    var waiting = new ArrayList<Future<RenderOutcome>>();
    for (var i = 0; i < size; i++) waiting.add(threads.submit(call));
    var outcomes = new ArrayList<RenderOutcome>();
    for (var one : waiting) outcomes.add(one.get());
    return outcomes;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      expected.countDown();
      expected.await();
      exchange.sendResponseHeaders(200, RENDER.length);
      exchange.getResponseBody().write(RENDER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
