package dev.roomline.sandbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An HTTP answer, and how it is delivered.
 *
 * @param rate bytes per second; 0 means unlimited
 */
record Response(
    int status,
    String type,
    ResponseBody responseBody,
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

  static Response json(int status, ObjectNode body) {
    return of(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Response text(int status, String type, String body) {
    return of(status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  static Response of(int status, String type, byte[] body) {
    return of(status, type, ResponseBody.of(body));
  }

  static Response of(int status, String type, ResponseBody responseBody) {
    return new Response(status, type, responseBody, Delivery.WHOLE, 0, null);
  }

  static Response none(Delivery delivery) {
    return of(200, JSON, new byte[0]).delivered(delivery);
  }

  static Response elsewhere(int status, String location) {
    return new Response(
        status, "text/html", ResponseBody.of(new byte[0]), Delivery.WHOLE, 0, location);
  }

  Response delivered(Delivery other) {
    return new Response(status, type, responseBody, other, rate, location);
  }

  Response withType(String other) {
    return new Response(status, other, responseBody, delivery, rate, location);
  }

  /** Limits the bytes per second; 0 changes nothing. */
  Response atMost(long bytesPerSecond) {
    var slower = bytesPerSecond > 0 && (rate == 0 || bytesPerSecond < rate);
    return slower
        ? new Response(status, type, responseBody, delivery, bytesPerSecond, location)
        : this;
  }

  /** Sends a refusal inside HTTP 200, as the provider sometimes does. */
  Response in200() {
    var refusal = status >= 400 && status < 500 && type.equals(JSON);
    return refusal ? of(200, JSON, responseBody) : this;
  }

  /** How many bytes of its body are sent. */
  long sent() {
    var whole = responseBody.size() < 0 ? Long.MAX_VALUE : responseBody.size();
    return delivery == Delivery.WHOLE ? whole : whole / 2;
  }
}
