package dev.roomline.endpoint;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the provider's JSON, including common mistakes of Python and PHP programs. */
final class ProviderJson {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
      .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private ProviderJson() {}

  /** The document, or null if the text is none: cut short, nested or counted beyond reason, HTML. */
  static @Nullable JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException | NumberFormatException e) { // the latter for 1e9999999999
      return null;
    }
  }

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** One field of a document as it was written, numbers digit by digit, without the key. */
  static @Nullable String field(String text, String name, ApiKey key) {
    try (var parser = MAPPER.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var found = parser.currentName().equals(name);
        parser.nextToken();
        if (found) return copy(parser, key);
        parser.skipChildren();
      }
      return null;
    }
  }

  private static String copy(JsonParser from, ApiKey key) {
    var copied = new StringWriter();
    try (var to = MAPPER.createGenerator(copied)) {
      var depth = 0;
      do {
        copyToken(from, to, key);
        if (from.currentToken().isStructStart()) depth++;
        if (from.currentToken().isStructEnd()) depth--;
      } while (depth > 0 && from.nextToken() != null);
    }
    return copied.toString();
  }

  private static void copyToken(JsonParser from, JsonGenerator to, ApiKey key) {
    var token = from.currentToken();
    if (token == JsonToken.PROPERTY_NAME) {
      to.writeName(key.hide(from.currentName()));
    } else if (token == JsonToken.VALUE_STRING) {
      to.writeString(key.hide(from.getString()));
    } else if (token.isNumeric()) {
      var digits = key.hide(from.getString());
      if (digits.matches("[-+.0-9eE]+")) to.writeNumber(digits);
      else to.writeString(digits); // NaN, or a key made of digits
    } else {
      to.copyCurrentEvent(from);
    }
  }
}
