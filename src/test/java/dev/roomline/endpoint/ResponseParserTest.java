package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The provider's types drift; what is read from them does not. */
class ResponseParserTest {

  private static final URI BASE = URI.create("https://modelslab.com");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      {"message":"Failed, Try Again"}                    | Failed, Try Again
      {"messege":"Failed, Try Again"}                    | Failed, Try Again
      {"message":"","messege":null,"tips":"wait"}        | wait
      {"tip":"wait","error":"late"}                      | wait
      {"error":"late"}                                   | late
      {"message":["one","two"]}                          | one; two
      {"message":{"prompt":["is required","is odd"],"steps":"bad"}} | prompt: is required; is odd; steps: bad
      {"message":{"error":{"deep":["down"]}}}            | error: deep: down
      {"error":true,"message":42}                        | 42
      {"message":"two\\nlines\\u0000 \\u2028and more"}   | two lines and more
      {"message":"key s3cr3t/Key and s3cr3t%2fKey"}      | key *** and ***
      {"message":"s3cr3t\\u0007/Key"}                    | s3cr3t /Key
      """)
  void theMessageIsFoundWhereverTheProviderPutsIt(String body, String shown) {
    assertThat(read(body).message().shown()).isEqualTo(shown);
  }

  @Test
  void longMessagesAreCut() {
    var shown =
        read("{\"message\":\"" + "long ".repeat(1_000) + "\"}").message().shown();

    assertThat(shown).hasSize(500).endsWith("…");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      14756394                     | 14756394
      "14756394"                   | 14756394
      9007199254740993             | 9007199254740993
      123456789012345678901234567890 | 123456789012345678901234567890
      "3124f636-efb2-46b8"         | 3124f636-efb2-46b8
      " "                          |
      null                         |
      true                         |
      {"a":1}                      |
      """)
  void anIdIsKeptAsItIs(String id, String read) {
    assertThat(read("{\"id\":" + id + "}").id()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      20               | PT20S
      35.941116        | PT35.941S
      "20.5"           | PT20.5S
      -3               | PT0S
      1e999999999      | PT1H
      99999999999999999999999 | PT1H
      1e-999999999     | PT0S
      NaN              | PT0S
      "soon"           | PT0S
      null             | PT0S
      [20]             | PT0S
      """)
  void anEtaIsBounded(String eta, Duration read) {
    assertThat(read("{\"eta\":" + eta + "}").hints().eta()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                                |  30         | PT30S
                                |  2.5        | PT2.5S
                                |  "30"       | PT30S
                                |  "30 seconds" | PT30S
                                |  0          | PT1S
                                |  -30        | PT1S
                                |  1e30       | PT15M
                                |  "later"    | PT0S
                                |  null       | PT0S
      12                        |  30         | PT12S
      -12                       |  30         | PT1S
      99999999999               |  30         | PT15M
      soon                      |  30         | PT30S
      Sun, 22 Nov 2026 12:00:45 GMT |  30     | PT45S
      Sun, 22 Nov 2026 11:00:00 GMT |  30     | PT1S
      Mon, 23 Nov 2026 11:00:00 GMT |  30     | PT15M
      """)
  void aPauseIsReadFromTheHeaderOrTheBodyAndBounded(String header, String body, Duration pause) {
    Map<String, List<String>> headers =
        header == null ? Map.of() : Map.of("retry-after", List.of(header));

    assertThat(read(headers, "{\"retry_after\":" + body + "}").hints().pause()).isEqualTo(pause);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      3969949281       | 3969949281
      "3969949281"     | 3969949281
      3969949281.0     | 3969949281
      null             |
      ""               |
      0.5              |
      1e999999999      |
      99999999999999999999 |
      """)
  void aSeedIsALong(String seed, Long read) {
    assertThat(read("{\"meta\":{\"seed\":" + seed + "}}").render().seed()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      ["https://r2.dev/1.png","http://r2.dev/2.png"] | https://r2.dev/1.png http://r2.dev/2.png
      "https:\\/\\/r2.dev\\/1.png"                   | https://r2.dev/1.png
      ["https://r2.dev/1.png","https://r2.dev/1.png",null,""] | https://r2.dev/1.png
      ["https://r2.dev/1.png?k=s3cr3t%2FKey"]        | https://r2.dev/1.png?k=***
      ["ftp://r2.dev/1.png","r2.dev/1.png","https://","https://a b"] | ~~
      {"url":"https://r2.dev/1.png"}                 | ~~
      null                                           | ~~
      """)
  void onlyWebAddressesAreOutputs(String output, String links) {
    var outputs =
        read("{\"status\":\"success\",\"output\":" + output + "}").render().outputs();

    assertThat(String.join(" ", outputs)).isEqualTo(links);
  }

  @Test
  void metaKeepsItsOrderItsNullsAndItsDigitsButNotTheKey() {
    var body = """
        {"meta": {"z": 1.50, "a": 1e2, "n": null, "deep": [{"x": -0.0}, true], "nan": NaN,
          "big": 123456789012345678901234567890, "webhook": "https://me/s3cr3t\\/Key"}, "id": 1}
        """;

    assertThat(read(body).render().meta())
        .isEqualTo("{\"z\":1.50,\"a\":1e2,\"n\":null,\"deep\":[{\"x\":-0.0},true],\"nan\":\"NaN\","
            + "\"big\":123456789012345678901234567890,\"webhook\":\"https://me/***\"}");
  }

  @Test
  void aKeyMadeOfDigitsIsHiddenInNumbersToo() {
    var reader = new ResponseParser(BASE, ApiKey.from("4711"), NOON);
    var render = read(reader, Map.of(), "{\"id\":47112,\"meta\":{\"a\":4711}}").render();

    assertThat(render.requestId()).isEqualTo("***2");
    assertThat(render.meta()).isEqualTo("{\"a\":\"***\"}");
  }

  @Test
  void aSeedOrTimeMadeOfTheKeyIsNone() {
    var body = "{\"generationTime\":147110,\"meta\":{\"seed\":4.711E3}}";
    var reader = new ResponseParser(BASE, ApiKey.from("4711"), NOON);
    var render = read(reader, Map.of(), body).render();

    assertThat(render.seed()).isNull();
    assertThat(render.generationTime()).isNull();
  }

  @Test
  void aNumberBeyondReasonHidesNothingElse() {
    var response = read("{\"status\":\"success\",\"id\":7,\"meta\":{\"x\":1e9999999999}}");

    assertThat(response.status()).isEqualTo("success");
    assertThat(response.render().meta()).isEqualTo("{\"x\":1e9999999999}");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      https://modelslab.com/api/v6/interior/fetch/1      | true
      https://MODELSLAB.com:443/api/v6/interior/fetch/1  | true
      http://modelslab.com/api/v6/interior/fetch/1       | false
      https://modelslab.com:444/fetch/1                  | false
      https://stablediffusionapi.com/fetch/1             | false
      https://modelslab.com@evil.example/fetch/1         | false
      https://me@modelslab.com/fetch/1                   | false
      //modelslab.com/fetch/1                            | false
      https://modelslab.com/fetch/1?key=s3cr3t/Key       | false
      not a url                                          | false
      """)
  void aFetchResultCountsOnlyAtTheConfiguredOrigin(String url, boolean counts) {
    var fetchResult = read("{\"fetch_result\":\"" + url + "\"}").hints().fetchResult();

    assertThat(fetchResult).isEqualTo(counts ? url : null);
  }

  private static ProviderResponse read(String body) {
    return read(Map.of(), body);
  }

  private static ProviderResponse read(Map<String, List<String>> headers, String body) {
    return read(new ResponseParser(BASE, EndpointFixture.KEY, NOON), headers, body);
  }

  private static ProviderResponse read(
      ResponseParser parser, Map<String, List<String>> headers, String body) {
    return EndpointFixture.read(parser, 200, HttpHeaders.of(headers, (name, value) -> true), body);
  }
}
