package dev.roomline.endpoint;

import dev.roomline.domain.RenderRequest;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Writes the bodies of requests, in the order the provider documents. */
final class RequestBodies {

  private static final int DIGITS_OF_A_LONG = 19;

  private final EndpointSettings settings;
  private final ApiKey key;

  RequestBodies(EndpointSettings settings, ApiKey key) {
    this.settings = settings;
    this.key = key;
  }

  String create(RenderRequest request) {
    var body = new LinkedHashMap<String, Object>();
    ours(body, request);
    for (var documented : new String[] {"steps", "guidance_scale"}) {
      var value = request.parameters().get(documented);
      if (value != null) body.put(settings.family().fieldFor(documented), plain(value));
    }
    request
        .parameters()
        .forEach((name, value) -> body.put(settings.family().fieldFor(name), plain(value)));
    body.putAll(request.extra());
    ours(body, request); // an extra field may replace a parameter, never these
    return ProviderJson.text(body);
  }

  String collect(String id, boolean idInBody) {
    var body = new LinkedHashMap<String, Object>();
    body.put("key", key.value());
    if (idInBody) body.put("request_id", id);
    return ProviderJson.text(body);
  }

  /** Rooms stay whole: the provider's own cropping is off. */
  String upload(byte[] picture, String mime, UploadMethod method) {
    var data = "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(picture);
    var body = new LinkedHashMap<String, Object>();
    body.put("key", key.value());
    switch (method) {
      case BASE64_TO_URL -> body.put("base64_string", data);
      case BASE64_CROP -> {
        body.put("image", data);
        body.put("crop", "false");
      }
    }
    return ProviderJson.text(body);
  }

  String delete(String requestId) {
    var body = new LinkedHashMap<String, Object>();
    body.put("key", key.value());
    body.put("request_id", requestId.matches("\\d{1,18}") ? Long.valueOf(requestId) : requestId);
    body.put("type", "image");
    return ProviderJson.text(body);
  }

  /** A question about the account. */
  String account() {
    return ProviderJson.text(Map.of("key", key.value()));
  }

  private void ours(Map<String, Object> body, RenderRequest request) {
    body.put("key", key.value());
    body.put(
        "init_image", Objects.requireNonNull(request.photo().url(), "the photo was not uploaded"));
    body.put("prompt", request.prompt());
  }

  /** The documented example says 7, not 7.0. */
  private static Object plain(Object value) {
    if (!(value instanceof BigDecimal number)) return value;
    var stripped = number.stripTrailingZeros();
    var tens = stripped.scale() < 0;
    return tens && stripped.precision() - stripped.scale() <= DIGITS_OF_A_LONG
        ? stripped.setScale(0)
        : stripped;
  }
}
