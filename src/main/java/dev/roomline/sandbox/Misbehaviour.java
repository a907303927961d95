package dev.roomline.sandbox;

import dev.roomline.sandbox.Effect.Remedy;
import dev.roomline.sandbox.Response.Delivery;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Errors that a provider showed or may show, one per line. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
enum Misbehaviour {
  // Refused at create, never billed.
  SERVER_ERROR("500", refused(500, "Internal server error. Please try again.")),
  BAD_GATEWAY("502", refused(order -> ProviderMessages.html(502, "502 Bad Gateway"))),
  UNAVAILABLE("503", refused(503, "Service temporarily unavailable. Please try again later.")),
  GATEWAY_TIMEOUT("504", refused(order -> ProviderMessages.html(504, "504 Gateway Time-out"))),
  HTML("html", refused(order -> ProviderMessages.html(200, "Just a moment..."))),
  NOTHING("nothing", refused(order -> Response.none(Delivery.CLOSED))),
  HANG("hang", refused(order -> Response.none(Delivery.NEVER))),
  RATE_LIMIT("rate-limit", refused(order -> ProviderMessages.tooMany("", 1).in200())),
  SPAM("spam", refused(order -> spam())),
  KEY("key", refused(order -> ProviderMessages.invalidKey(order.family()))),
  CREDIT("credit", refused(order -> ProviderMessages.noCredit())),
  QUOTA("quota", refused(200, "Your monthly limit exceeded, upgrade subscription to continue.")),
  PLAN("plan", refused(403, "This feature requires a premium subscription")),
  FIELD("field", refused(400, "guidance_scale must be between 1 and 20")),
  FIELD_OBJECT(
      "field-object",
      refused(order -> ProviderMessages.fieldList(
          new Order.Problem("prompt", "The prompt field is required.")))),
  PHOTO("photo", refused(200, "Unable to fetch image from provided URL")),
  CONTENT("content", refused(400, "Your prompt violates the content policy: prohibited content")),
  MODEL("model", refused(400, "Model id not found")),
  ODD("odd", refused(200, "Not today, the moon is full")),
  REDIRECT("redirect", refused(order -> Response.elsewhere(302, "/sandbox/elsewhere"))),
  MOVED(
      "moved", refused(order -> Response.elsewhere(301, "https://moved.invalid/api/v5/interior"))),

  // Billed at create.
  FAILED("failed", paid(sale -> ProviderMessages.failed())),
  SLOW("slow", new Effect.Paid(Misbehaviour::tenfold, ProviderMessages::success)),
  HALF("half", paid(sale -> ProviderMessages.success(sale).delivered(Delivery.HALF))),
  STALL("stall", paid(sale -> ProviderMessages.success(sale).delivered(Delivery.STALLED))),
  RESET("reset", paid(sale -> Response.json(200, bulky(sale, 300_000)).delivered(Delivery.HALF))),
  DROP("drop", new Effect.Later(sale -> Response.none(Delivery.CLOSED), null, false)),
  NOTHING_AFTER("nothing-after", paid(sale -> Response.none(Delivery.CLOSED))),
  STRING_OUTPUT(
      "string-output",
      paid(sale ->
          Response.json(200, ProviderMessages.successBody(sale).put("output", sale.output())))),
  BIG("big", paid(sale -> Response.json(200, bulky(sale, 11_000_000)))),

  // Billed and accepted; the answer to create or fetch is wrong.
  FAILED_LATER("failed-later", atFetch(ticket -> ProviderMessages.failed(), false)),
  PROCESSING("processing", atFetch(ticket -> ProviderMessages.stillProcessing(), false)),
  LOST("lost", atFetch(ticket -> ProviderMessages.unknownId(), true)),
  FETCH_500(
      "fetch-500",
      2,
      atFetch(
          ticket -> ProviderMessages.refusal(500, "Internal server error. Please try again."),
          true)),
  FETCH_HTML(
      "fetch-html", 2, atFetch(ticket -> ProviderMessages.html(200, "Just a moment..."), true)),
  EMPTY(
      "empty",
      new Effect.Later(
          sale -> Response.json(200, empty(ProviderMessages.successBody(sale), sale.ticket())),
          ticket -> Response.json(200, empty(ProviderMessages.status("success"), ticket)),
          true)),
  NO_ID("no-id", accepted(sale -> without(sale, "id", "fetch_result"))),
  FOREIGN_FETCH(
      "foreign-fetch",
      accepted(sale -> ProviderMessages.processingBody(sale)
          .put(
              "fetch_result", "https://collector.invalid/fetch/" + sale.ticket().id()))),
  UNKNOWN_STATUS(
      "unknown-status",
      accepted(sale -> ProviderMessages.processingBody(sale).put("status", "queued"))),
  MESSEGE(
      "messege",
      accepted(sale -> without(sale, "message", "fetch_result")
          .put("messege", "Request processing")
          .put("output", ""))),
  ETA_TEXT(
      "eta-text",
      accepted(
          sale -> ProviderMessages.processingBody(sale).put("eta", String.valueOf(sale.eta())))),

  // Billed and answered correctly; the picture is wrong, always or as often as the number says.
  FIRST_404("404-first", 2, spoiled(pictureResponse -> gone("Not found"))),
  EXPIRED("expired", spoiled(pictureResponse -> gone("This object has expired"))),
  FORBIDDEN_PICTURE(
      "forbidden-picture", spoiled(pictureResponse -> ProviderMessages.html(403, "403 Forbidden"))),
  HTML_PICTURE(
      "html-picture",
      1,
      spoiled(pictureResponse -> ProviderMessages.html(200, "Just a moment..."))),
  TEXT_PLAIN(
      "text-plain", spoiled(pictureResponse -> pictureResponse.well().withType("text/plain"))),
  BASE64_TEXT("base64-text", spoiled(pictureResponse -> base64(pictureResponse.png()))),
  SLOW_PICTURE("slow-picture", spoiled(pictureResponse -> pictureResponse.well().atMost(1024))),
  TRUNCATED(
      "truncated",
      1,
      spoiled(pictureResponse -> pictureResponse.of(
          Arrays.copyOf(pictureResponse.png(), pictureResponse.png().length / 2)))),
  RESET_PICTURE(
      "reset-picture",
      1,
      spoiled(pictureResponse -> pictureResponse.well().delivered(Delivery.HALF))),
  OVERSIZED("oversized", spoiled(PictureResponse::flood)),
  HUGE_HEADER("huge-header", spoiled(pictureResponse -> pictureResponse.of(Png.huge()))),
  BLANK("blank", spoiled(pictureResponse -> pictureResponse.of(Png.blank()))),
  SAME_PICTURE("same-picture", spoiled(PictureResponse::photo)),
  SMALL_PICTURE("small-picture", spoiled(PictureResponse::small)),
  SQUEEZED("squeezed", spoiled(PictureResponse::squeezed)),
  MOVED_PICTURE("moved-picture", spoiled(PictureResponse::moved)),
  REDIRECT_PICTURE(
      "redirect-picture",
      spoiled(
          pictureResponse -> Response.elsewhere(302, "http://169.254.169.254/latest/meta-data/"))),
  PROXY_HEALS("proxy-heals", lost(Remedy.PROXY)),
  REFETCH_HEALS("refetch-heals", 1, lost(Remedy.REFETCH));

  private static final Map<String, Misbehaviour> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(each -> each.label, each -> each));

  final String label;
  final Effect effect;

  /** How often it shows if no number is given; 0 means always. */
  final int usual;

  Misbehaviour(String label, Effect effect) {
    this(label, 0, effect);
  }

  Misbehaviour(String label, int usual, Effect effect) {
    this.label = label;
    this.usual = usual;
    this.effect = effect;
  }

  static Misbehaviour named(String label) {
    var found = BY_LABEL.get(label);
    if (found == null)
      throw new IllegalArgumentException(
          "Unknown misbehaviour '" + label + "'. Known: " + String.join(", ", names()));
    return found;
  }

  /** Billed, and reported as failed sooner or later. */
  boolean fails() {
    return this == FAILED || this == FAILED_LATER;
  }

  static Set<String> names() {
    return Collections.unmodifiableSet(new TreeMap<>(BY_LABEL).keySet());
  }

  private static Effect refused(int http, String message) {
    return refused(order -> ProviderMessages.refusal(http, message));
  }

  private static Effect refused(Function<Order, Response> create) {
    return new Effect.Refused(create);
  }

  private static Effect paid(Function<Sale, Response> create) {
    return new Effect.Paid(UnaryOperator.identity(), create);
  }

  private static Effect atFetch(Function<Ticket, Response> fetch, boolean eachFetch) {
    return new Effect.Later(ProviderMessages::processing, fetch, eachFetch);
  }

  /** Wrong at create only: the first fetch is correct. */
  private static Effect accepted(Function<Sale, ObjectNode> create) {
    return new Effect.Later(sale -> Response.json(200, create.apply(sale)), null, false);
  }

  private static Effect spoiled(Function<PictureResponse, Response> picture) {
    return new Effect.Spoiled(picture, Remedy.AGAIN);
  }

  /** The link never works, however often it is asked. */
  private static Effect lost(Remedy remedy) {
    return new Effect.Spoiled(pictureResponse -> gone("Not found"), remedy);
  }

  private static Response gone(String text) {
    return Response.text(404, "text/html", text);
  }

  private static Response base64(byte[] png) {
    return Response.of(200, "text/plain", Base64.getEncoder().encode(png));
  }

  private static Response spam() {
    return Response.json(
        200,
        ProviderMessages.error("Rate limit exceeded")
            .put(
                "tips",
                "You sent the same request several times. Wait 30 seconds before sending it again."));
  }

  private static Duration tenfold(Duration latency) {
    var longer = latency.multipliedBy(10);
    return longer.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : longer;
  }

  private static ObjectNode bulky(Sale sale, int size) {
    return ProviderMessages.successBody(sale).put("debug", "x".repeat(size));
  }

  private static ObjectNode empty(ObjectNode body, Ticket ticket) {
    body.put("id", ticket.id()).putArray("output");
    return body;
  }

  private static ObjectNode without(Sale sale, String... fields) {
    var body = ProviderMessages.processingBody(sale);
    for (var field : fields) body.remove(field);
    return body;
  }
}
