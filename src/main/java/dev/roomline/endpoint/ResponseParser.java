package dev.roomline.endpoint;

import dev.roomline.domain.HttpOrigin;
import dev.roomline.domain.Render;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parses the provider's answer, and hides the key in all of its texts. */
final class ResponseParser {

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}]+");
  private static final Duration LONGEST_ETA = Duration.ofHours(1);
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int LONGEST_MESSAGE = 500;
  private static final int LONGEST_CLASSIFIED = 5_000;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_ADDRESS = 2_000;

  private final HttpOrigin origin;
  private final ApiKey key;
  private final Clock clock;

  ResponseParser(URI base, ApiKey key, Clock clock) {
    this.origin = HttpOrigin.of(base).orElseThrow();
    this.key = key;
    this.clock = clock;
  }

  /** What is kept of an answer's body. */
  ResponseBody body(Reader text) throws IOException {
    return ResponseBody.read(text, key);
  }

  ProviderResponse read(HttpAnswer answer) {
    var http = answer.status();
    var headers = answer.headers();
    var json = answer.body().fields();
    var moved = headers.firstValue("Location").map(this::location).orElse(null);
    if (!json.isObject()) {
      var hints = new ProviderResponse.Hints(moved, null, Duration.ZERO, pause(headers, ""));
      return new ProviderResponse(
          http,
          "",
          ProviderMessage.NONE,
          hints,
          ProviderResponse.NO_RENDER,
          ProviderResponse.Photo.NONE,
          answer.took());
    }
    var fetchResult = fetchResult(json);
    var eta = LenientJson.seconds(LenientJson.text(json.path("eta")), Duration.ZERO, LONGEST_ETA);
    var pause = pause(headers, LenientJson.text(json.path("retry_after")));
    return new ProviderResponse(
        http,
        tidy(LenientJson.text(json.path("status"))).toLowerCase(Locale.ROOT),
        message(json),
        new ProviderResponse.Hints(moved, fetchResult, eta, pause),
        render(answer.body(), fetchResult),
        photo(json),
        answer.took());
  }

  /** Words for people: one line, not too long, without the key. */
  String tidy(String text) {
    var line = key.hide(UNPRINTABLE.matcher(text).replaceAll(" ").strip());
    if (line.length() <= LONGEST_MESSAGE) return line;
    var end = LONGEST_MESSAGE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private String location(String header) {
    var inside = header.startsWith("/") && !header.startsWith("//");
    return tidy(inside ? origin + header : header);
  }

  private ProviderMessage message(JsonNode json) {
    var message = ProviderMessage.of(json);
    return new ProviderMessage(
        tidy(message.shown()), start(message.said()), start(message.all()), message.perField());
  }

  private static String start(String message) {
    return message.substring(0, Math.min(message.length(), LONGEST_CLASSIFIED)).replace('_', ' ');
  }

  private Render render(ResponseBody body, @Nullable String fetchResult) {
    var json = body.fields();
    var meta = json.path("meta");
    var outputs = hidden(LenientJson.links(json.path("output")));
    var proxyLinks = hidden(LenientJson.links(json.path("proxy_links")));
    var model = tidy(LenientJson.text(meta.path("model_id")));
    return new Render(
        outputs.isEmpty() ? proxyLinks : outputs,
        proxyLinks,
        unlessKey(LenientJson.whole(meta.path("seed"))),
        model.isEmpty() ? null : model,
        id(json, fetchResult),
        unlessKey(LenientJson.finite(json.path("generationTime"))),
        body.meta());
  }

  /** One way answers with outputs and an id, the other with a link and a request_id. */
  private ProviderResponse.Photo photo(JsonNode json) {
    var links =
        Stream.of("link", "output").flatMap(field -> LenientJson.links(json.path(field)).stream());
    var ids = Stream.of("request_id", "id").map(field -> tidy(LenientJson.text(json.path(field))));
    return new ProviderResponse.Photo(
        links.map(key::hide).findFirst().orElse(null),
        ids.filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID).findFirst().orElse(null));
  }

  private @Nullable String id(JsonNode json, @Nullable String fetchResult) {
    var id = tidy(LenientJson.text(json.path("id")));
    if (id.isEmpty() && fetchResult != null) {
      var path = URI.create(fetchResult).getPath();
      id = tidy(path.substring(path.lastIndexOf('/') + 1));
      if (id.equals("fetch")) return null; // the path of a fetch that takes the id in its body
    }
    return id.isEmpty() || id.length() > LONGEST_ID ? null : id;
  }

  /** The key goes only to the configured origin, and is not stored as part of an address. */
  private @Nullable String fetchResult(JsonNode json) {
    var url = LenientJson.text(json.path("fetch_result"));
    if (url.length() > LONGEST_ADDRESS || !key.hide(url).equals(url)) return null;
    return origin.sameOrigin(url) ? url : null;
  }

  /** A key may be made of digits. */
  private <T> @Nullable T unlessKey(@Nullable T number) {
    var text = String.valueOf(number);
    return key.hide(text).equals(text) ? number : null;
  }

  private List<String> hidden(List<String> links) {
    return links.stream().map(key::hide).toList();
  }

  private Duration pause(HttpHeaders headers, String body) {
    var header = headers.firstValue("Retry-After").orElse("");
    for (var named : List.of(secondsUntil(header), header, body)) {
      var pause = LenientJson.seconds(named, LEAST_PAUSE, LONGEST_PAUSE);
      if (!pause.isZero()) return pause;
    }
    return Duration.ZERO;
  }

  private String secondsUntil(String date) {
    if (!date.endsWith("GMT")) return "";
    try {
      var then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return String.valueOf(Duration.between(clock.instant(), then).toSeconds());
    } catch (DateTimeException e) {
      return "";
    }
  }
}
