package dev.roomline.job.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.roomline.render.SamplePng;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A provider that gives rows the address, the picture, the id or the seed of another row. */
final class RepeatingProvider implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final AtomicInteger creates = new AtomicInteger();
  private final HttpServer server;
  private final Repetition repetition;

  /** What its answers have in common. */
  enum Repetition {
    NOTHING,
    PICTURE,
    SECOND_PICTURE,
    ADDRESS,
    ID,
    SEED
  }

  RepeatingProvider(Repetition repetition) throws IOException {
    this.repetition = repetition;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = path.endsWith("/interior") || path.endsWith("/make")
          ? JSON.writeValueAsBytes(answer(JSON.readTree(exchange.getRequestBody())))
          : SamplePng.png(path.replaceFirst("/[^/]*/", ""));
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** An address is {@code /SERIAL/PICTURE}: the same picture may be at several addresses. */
  private Map<String, Object> answer(JsonNode request) {
    var serial = creates.incrementAndGet();
    var own = url() + "/" + serial + "/own-" + serial + ".png";
    var outputs = switch (repetition) {
      case PICTURE -> List.of(url() + "/" + serial + "/all.png");
      case SECOND_PICTURE -> List.of(own, url() + "/" + serial + "/all.png");
      case ADDRESS -> List.of(url() + "/0/all.png");
      default -> List.of(own);
    };
    var asked = request.path("seed").asLong(serial);
    return Map.of(
        "status",
        "success",
        "id",
        repetition == Repetition.ID ? 7 : serial,
        "output",
        outputs,
        "meta",
        Map.of("seed", repetition == Repetition.SEED ? 99 : asked));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
