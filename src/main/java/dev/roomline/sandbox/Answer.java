package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What goes back over the wire, and how well it travels. */
@SuppressWarnings("ArrayRecordComponent") // answers are sent, never compared
record Answer(
    int status,
    String type,
    byte[] body,
    Delivery delivery,
    @Nullable String location) {
  private static final String JSON = "application/json";

  /** How much of an answer arrives. */
  enum Delivery {
    WHOLE,
    HALF,
    STALLED,
    CLOSED,
    NEVER
  }

  static Answer json(int status, ObjectNode body) {
    return of(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Answer text(int status, String type, String body) {
    return of(status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer of(int status, String type, byte[] body) {
    return new Answer(status, type, body, Delivery.WHOLE, null);
  }

  static Answer none(Delivery delivery) {
    return new Answer(200, JSON, new byte[0], delivery, null);
  }

  static Answer elsewhere(int status, String location) {
    return new Answer(status, "text/html", new byte[0], Delivery.WHOLE, location);
  }

  Answer delivered(Delivery other) {
    return new Answer(status, type, body, other, location);
  }

  Answer withType(String other) {
    return new Answer(status, other, body, delivery, location);
  }

  Answer withBody(byte[] other) {
    return new Answer(status, type, other, delivery, location);
  }

  /** Refusals dressed as the vendor sometimes does: inside HTTP 200. */
  Answer in200() {
    var refusal = status >= 400 && status < 500 && type.equals(JSON);
    return refusal ? of(200, JSON, body) : this;
  }

  /** A client that has gone away is its own affair. */
  void send(HttpExchange exchange) {
    if (delivery == Delivery.NEVER) return;
    try {
      if (delivery != Delivery.CLOSED) write(exchange);
    } catch (IOException gone) {
      exchange.close();
    }
    if (delivery != Delivery.STALLED) exchange.close();
  }

  private void write(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    if (location != null) headers.set("Location", location);
    var head = exchange.getRequestMethod().equals("HEAD");
    if (head) headers.set("Content-Length", String.valueOf(body.length));
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (head || body.length == 0) return;
    var out = exchange.getResponseBody();
    out.write(delivery == Delivery.WHOLE ? body : Arrays.copyOf(body, body.length / 2));
    out.flush();
  }
}
