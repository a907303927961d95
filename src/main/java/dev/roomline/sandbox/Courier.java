package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.roomline.sandbox.Answer.Delivery;
import java.io.IOException;

/** Brings answers to whoever asked. A client that has gone away is its own affair. */
record Courier(Timer timer) {

  void bring(HttpExchange exchange, Answer answer) {
    bring(exchange, answer, () -> {});
  }

  /** Runs {@code arrived} as the last bytes of a whole answer leave. */
  void bring(HttpExchange exchange, Answer answer, Runnable arrived) {
    if (answer.delivery() == Delivery.NEVER) return;
    if (answer.delivery() == Delivery.CLOSED) {
      exchange.close();
      return;
    }
    try {
      var head = exchange.getRequestMethod().equals("HEAD");
      begin(exchange, answer, head);
      if (head || answer.body().size() == 0) exchange.close();
      else new Trip(timer, exchange, answer, arrived).go();
    } catch (IOException gone) {
      exchange.close();
    }
  }

  private static void begin(HttpExchange exchange, Answer answer, boolean head) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    if (answer.location() != null) headers.set("Location", answer.location());
    var size = answer.body().size();
    if (head && size >= 0) headers.set("Content-Length", String.valueOf(size));
    // The server's own words: -1 is no body, 0 is one of unknown length.
    exchange.sendResponseHeaders(answer.status(), head || size == 0 ? -1 : Math.max(0, size));
  }
}
