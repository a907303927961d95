package dev.roomline.endpoint;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderRequest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What several tests send. */
final class EndpointFixture {

  static final String PHOTO =
      "https://huggingface.co/lllyasviel/sd-controlnet-mlsd/resolve/main/images/room.png";
  static final ApiKey KEY = ApiKey.from("s3cr3t/Key");

  private EndpointFixture() {}

  static RenderRequest room() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("steps", 50L);
    parameters.put("guidance_scale", new BigDecimal("7.0"));
    return new RenderRequest(new Photo(PHOTO, PHOTO, null), "room", parameters, Map.of());
  }

  /** An answer as that parser reads it. */
  static ProviderResponse read(ResponseParser parser, int http, HttpHeaders headers, String body) {
    return read(parser, http, headers, body, Duration.ZERO);
  }

  static ProviderResponse read(
      ResponseParser parser, int http, HttpHeaders headers, String body, Duration took) {
    try {
      return parser.read(new HttpAnswer(http, headers, parser.body(new StringReader(body)), took));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EndpointSettings settings(URI base) {
    return settings(base, ApiFamily.V5, Duration.ofSeconds(5));
  }

  static EndpointSettings settings(URI base, ApiFamily family, Duration answer) {
    return EndpointSettings.of(base.toString(), family, answer);
  }
}
