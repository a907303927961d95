package dev.roomline.sandbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes back over the wire, and how well it travels.
 *
 * @param rate bytes per second; 0 is as fast as it goes
 */
record Answer(
    int status,
    String type,
    Body body,
    Delivery delivery,
    long rate,
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
    return of(status, type, Body.of(body));
  }

  static Answer of(int status, String type, Body body) {
    return new Answer(status, type, body, Delivery.WHOLE, 0, null);
  }

  static Answer none(Delivery delivery) {
    return of(200, JSON, new byte[0]).delivered(delivery);
  }

  static Answer elsewhere(int status, String location) {
    return new Answer(status, "text/html", Body.of(new byte[0]), Delivery.WHOLE, 0, location);
  }

  Answer delivered(Delivery other) {
    return new Answer(status, type, body, other, rate, location);
  }

  Answer withType(String other) {
    return new Answer(status, other, body, delivery, rate, location);
  }

  /** No faster than this; 0 changes nothing. */
  Answer atMost(long bytesPerSecond) {
    var slower = bytesPerSecond > 0 && (rate == 0 || bytesPerSecond < rate);
    return slower ? new Answer(status, type, body, delivery, bytesPerSecond, location) : this;
  }

  /** Refusals dressed as the vendor sometimes does: inside HTTP 200. */
  Answer in200() {
    var refusal = status >= 400 && status < 500 && type.equals(JSON);
    return refusal ? of(200, JSON, body) : this;
  }

  /** How many bytes of its body set out. */
  long sent() {
    var whole = body.size() < 0 ? Long.MAX_VALUE : body.size();
    return delivery == Delivery.WHOLE ? whole : whole / 2;
  }
}
