package dev.roomline.endpoint;

import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Answers that no provider documents, and that contain the key. */
final class HostileResponses {
  private HostileResponses() {}

  /** Trees of JSON, mutilated samples of the contract, and what is no text at all. */
  static Arbitrary<String> bodies(String key) {
    var trees = tree(texts(key)).map(ProviderJson::text);
    var samples = Arbitraries.of(HostileResponseParts.SAMPLES);
    var noise = Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(60)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    return Arbitraries.frequencyOf(
        Tuple.of(6, trees),
        Tuple.of(3, mutilated(trees, texts(key))),
        Tuple.of(6, mutilated(samples, texts(key))),
        Tuple.of(1, noise));
  }

  static Arbitrary<HttpHeaders> headers(String key) {
    var values = Arbitraries.oneOf(
        texts(key),
        Arbitraries.of(
            "30",
            "Wed, 21 Oct 2015 07:28:00 GMT",
            "Sun, 31 Dec 9999 23:59:59 GMT",
            "x GMT",
            "/there",
            "//there",
            "https://there.example/?key=" + key));
    return values
        .list()
        .ofSize(2)
        .map(two -> HttpHeaders.of(
            Map.of("Retry-After", List.of(two.get(0)), "Location", List.of(two.get(1))),
            (name, value) -> true));
  }

  private static Arbitrary<String> mutilated(Arbitrary<String> bodies, Arbitrary<String> texts) {
    return Combinators.combine(
            bodies,
            texts,
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 30))
        .as((body, text, place, cut) -> {
          var at = (int) (place * body.length());
          return body.substring(0, at) + text + body.substring(Math.min(body.length(), at + cut));
        });
  }

  private static Arbitrary<Object> tree(Arbitrary<String> texts) {
    var numbers = Arbitraries.oneOf(
        Arbitraries.longs().map(Object.class::cast),
        Arbitraries.bigDecimals().map(Object.class::cast),
        Arbitraries.of(true, false, -1, 0, 1e308, 4294967295L, 47110815));
    var leaves = Arbitraries.oneOf(texts.map(Object.class::cast), numbers).injectNull(0.1);
    var values = Arbitraries.recursive(
        () -> leaves,
        inner -> Arbitraries.oneOf(inner.list().ofMaxSize(3).map(Object.class::cast), group(inner)),
        0,
        3);
    return group(values);
  }

  private static Arbitrary<Object> group(Arbitrary<Object> values) {
    var field =
        Combinators.combine(Arbitraries.of(HostileResponseParts.FIELDS), values).as(Tuple::of);
    return field.list().ofMaxSize(8).map(fields -> {
      var group = new LinkedHashMap<String, Object>();
      fields.forEach(it -> group.put(it.get1(), it.get2()));
      return group;
    });
  }

  private static Arbitrary<String> texts(String key) {
    var escaped = key.chars()
        .mapToObj(unit -> "\\u" + HexFormat.of().toHexDigits((char) unit))
        .collect(Collectors.joining());
    var echoes = Arbitraries.of(
        key,
        "https://r2.example/1.png?key=" + key,
        URLEncoder.encode(key, StandardCharsets.UTF_8),
        escaped,
        "Bearer " + key,
        key.repeat(200),
        "x".repeat(495) + key,
        key + "\u0000");
    var joined = Arbitraries.of(HostileResponseParts.TEXTS)
        .list()
        .ofMaxSize(3)
        .map(texts -> String.join("", texts));
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(HostileResponseParts.TEXTS)),
        Tuple.of(2, joined),
        Tuple.of(3, echoes),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(20)));
  }
}
