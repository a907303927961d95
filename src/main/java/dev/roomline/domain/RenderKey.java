package dev.roomline.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The name of one render: two requests with the same key are the same picture and are paid once.
 *
 * <p>A key hashes where the render is bought and the request as it would be sent. It must never
 * change between releases, or people pay again for what they have.
 *
 * @param value SHA-256 in hexadecimal
 */
public record RenderKey(String value) {

  /**
   * The key of a request at an endpoint.
   *
   * @param endpoint the endpoint, such as {@code sandbox v5}: equal names share their purchases
   */
  public static RenderKey of(String endpoint, RenderRequest request) {
    var hashed = new StringBuilder();
    spell(hashed, endpoint);
    spell(hashed, request.photo().identity());
    spell(hashed, request.prompt());
    spell(hashed, request.parameters());
    if (!request.extra().isEmpty()) spell(hashed, request.extra());
    if (request.variant() > 1) spell(hashed, request.variant());
    return new RenderKey(Sha256.of(hashed.toString()));
  }

  private static void spell(StringBuilder to, Object value) {
    if (value instanceof Map<?, ?> map) {
      var sorted = new TreeMap<String, Object>();
      map.forEach((name, item) -> sorted.put((String) name, item));
      to.append('{').append(sorted.size());
      sorted.forEach((name, item) -> {
        spell(to, name);
        spell(to, item);
      });
    } else if (value instanceof List<?> list) {
      to.append('[').append(list.size());
      list.forEach(item -> spell(to, item));
    } else {
      // The length in front keeps "a","bc" apart from "ab","c".
      var text = value instanceof Number number ? plain(number) : String.valueOf(value);
      to.append(value instanceof String ? 's' : 'v')
          .append(text.length())
          .append(':')
          .append(text);
    }
  }

  private static String plain(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
  }
}
