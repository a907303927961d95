package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Rendered;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a provider answers is one of the outcomes, within bounds, and without the key. */
class HostileResponsesTest {
  private static final URI BASE = URI.create("https://modelslab.com");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  record Said(String key, int http, HttpHeaders headers, String body) {
    ProviderResponse read() {
      var parser = new ResponseParser(BASE, ApiKey.from(key), NOON);
      return EndpointFixture.read(parser, http, headers, body);
    }
  }

  @Property(tries = 2_000)
  void everyAnswerIsAnOutcomeWithinBoundsAndWithoutTheKey(
      @ForAll("answers") Said said, @ForAll ApiFamily family) {
    var outcome = new ResponseClassifier(family).of(said.read());

    within(outcome);
    assertThat(shown(outcome)).doesNotContain(said.key());
  }

  private static void within(RenderOutcome outcome) {
    if (outcome instanceof Accepted it) {
      assertThat(it.ticket().eta()).isBetween(Duration.ZERO, Duration.ofHours(1));
      assertThat(it.ticket().requestId()).isNotBlank().hasSizeLessThan(1_000);
    }
    if (outcome instanceof Busy it) {
      assertThat(it.pause()).isBetween(Duration.ZERO, Duration.ofMinutes(15));
    }
    if (outcome instanceof Rendered it) assertThat(it.render().outputs()).isNotEmpty();
  }

  /** All texts of the outcome, unescaped. */
  private static String shown(RenderOutcome outcome) {
    var text = outcome.toString();
    return text + "\n" + unescaped(text) + "\n" + decoded(text);
  }

  private static String unescaped(String text) {
    try {
      return JSON.readTree("\"" + text.replaceAll("(?<!\\\\)\"", "'") + "\"").asString();
    } catch (JacksonException e) {
      return "";
    }
  }

  private static String decoded(String text) {
    var wellFormed = text.replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    return URLDecoder.decode(wellFormed, StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Said> answers() {
    var keys =
        Arbitraries.of("s3cr3t/Key", "47110815", "\u00FCn\u00EF\"c\u00F6d\u00E9 \uD83D\uDECB");
    var statuses = Arbitraries.oneOf(
        Arbitraries.of(
            200, 200, 200, 201, 204, 301, 400, 401, 402, 403, 404, 408, 422, 429, 500, 503),
        Arbitraries.integers().between(100, 999));
    return keys.flatMap(key -> Combinators.combine(
            statuses, HostileResponses.headers(key), HostileResponses.bodies(key))
        .as((http, headers, body) -> new Said(key, http, headers, body)));
  }
}
