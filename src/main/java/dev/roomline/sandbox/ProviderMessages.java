package dev.roomline.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The provider's messages, spelled as the provider spells them. */
final class ProviderMessages {
  static final JsonMapper JSON = new JsonMapper();
  private static final String TIP = "Your image is processing, you can fetch it later.";
  private static final String KEY_TIP =
      "1. Use content type application/json. 2. Use POST with valid JSON. 3. Lint it. 4. Use a valid key.";

  private ProviderMessages() {}

  /** Null if it is not a JSON object. */
  static @Nullable ObjectNode parsed(byte[] sent) {
    try {
      return JSON.readTree(sent) instanceof ObjectNode body ? body : null;
    } catch (JacksonException notJson) {
      return null;
    }
  }

  static ObjectNode status(String status) {
    return JSON.createObjectNode().put("status", status);
  }

  static ObjectNode error(String message) {
    return status("error").put("message", message);
  }

  static Response refusal(int http, String message) {
    return Response.json(http, error(message));
  }

  static Response invalidKey(Family family) {
    return family == Family.V5
        ? Response.json(401, error("Invalid Api Key").put("tip", KEY_TIP))
        : refusal(401, "Invalid API key");
  }

  static Response noCredit() {
    return refusal(402, "Insufficient credits. Please add more credits to continue.");
  }

  /** As Laravel lists them: field by field. */
  static Response fieldList(Order.Problem problem) {
    var body = status("error");
    body.putObject("message").putArray(problem.field()).add(problem.sentence());
    return Response.json(200, body);
  }

  static Response invalid(Family family, Order.Problem problem) {
    return family == Family.V5 ? fieldList(problem) : refusal(400, problem.sentence());
  }

  static Response tooMany(String detail, long retryAfter) {
    var text = "Rate limit exceeded" + detail;
    return Response.json(429, error(text).put("retry_after", retryAfter));
  }

  static Response failed() {
    return Response.json(
        200, status("failed").put("id", "").put("message", "Failed, Try Again").put("output", ""));
  }

  static Response success(Sale sale) {
    return Response.json(200, successBody(sale));
  }

  static ObjectNode successBody(Sale sale) {
    var body =
        status("success").put("generationTime", sale.ticket().seconds()).put("id", sale.number());
    links(body, sale.order().family(), sale.ticket().picture(), sale.origin());
    body.set("meta", Meta.of(sale));
    return body;
  }

  /** v5 has no proxy links, unless a proxy link is the only one that works. */
  static void links(ObjectNode body, Family family, Picture picture, String origin) {
    body.putArray("output").add(picture.output(origin));
    var spoiled = picture.spoiled();
    var needed = spoiled != null && spoiled.remedy() == Effect.Remedy.PROXY;
    if (family != Family.V5 || needed) body.putArray("proxy_links").add(picture.proxy(origin));
  }

  static Response processing(Sale sale) {
    return Response.json(200, processingBody(sale));
  }

  static ObjectNode processingBody(Sale sale) {
    var old = sale.order().family() == Family.V5;
    var id = sale.ticket().id();
    var body = status("processing").put("tip", TIP);
    if (sale.eta() % 1 == 0) body.put("eta", (long) sale.eta());
    else body.put("eta", sale.eta());
    if (old) body.put("messege", "Try to fetch request after given estimated time");
    else body.put("message", "Try to fetch request after seconds estimated");
    if (old) body.put("webhook_status", "");
    body.put("fetch_result", sale.origin() + sale.order().family().fetch + id).put("id", id);
    if (old) body.put("output", "");
    else body.putArray("output");
    body.set("meta", Meta.of(sale));
    if (!old) body.putArray("future_links").add(sale.output());
    return body;
  }

  static Response stillProcessing() {
    return Response.json(
        200,
        status("processing")
            .put("message", "try again later.")
            .put("output", "")
            .put("tip", TIP));
  }

  static Response unknownId() {
    return refusal(404, "Request not found");
  }

  static Response slip(RuntimeException slip) {
    return refusal(500, "The sandbox itself failed: " + slip);
  }

  static Response html(int status, String title) {
    return Response.text(
        status,
        "text/html",
        "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title
            + "</h1><p>The edge proxy could not reach the origin.</p></body></html>\n");
  }
}
