package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.roomline.sandbox.Response.Delivery;
import java.io.IOException;

/** Sends answers to clients. A closed connection is ignored. */
record ResponseSender(Timer timer) {

  void bring(HttpExchange exchange, Response response) {
    bring(exchange, response, () -> {});
  }

  /** Runs {@code arrived} when the last bytes of a complete answer are sent. */
  void bring(HttpExchange exchange, Response response, Runnable arrived) {
    if (response.delivery() == Delivery.NEVER) return;
    if (response.delivery() == Delivery.CLOSED) {
      exchange.close();
      return;
    }
    try {
      var head = exchange.getRequestMethod().equals("HEAD");
      begin(exchange, response, head);
      if (head || response.responseBody().size() == 0) exchange.close();
      else new ResponseStream(timer, exchange, response, arrived).go();
    } catch (IOException gone) {
      exchange.close();
    }
  }

  private static void begin(HttpExchange exchange, Response response, boolean head)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", response.type());
    if (response.location() != null) headers.set("Location", response.location());
    var size = response.responseBody().size();
    if (head && size >= 0) headers.set("Content-Length", String.valueOf(size));
    // As HttpExchange defines it: -1 is no body, 0 is a body of unknown length.
    exchange.sendResponseHeaders(response.status(), head || size == 0 ? -1 : Math.max(0, size));
  }
}
