package dev.roomline.endpoint;

import java.io.Reader;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** The dialect of JSON: written by the book, read with common mistakes of Python and PHP programs. */
final class ProviderJson {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
      .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
      .build();

  private ProviderJson() {}

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads a text whose strings are shortened, token by token. */
  static JsonParser parser(Reader text) {
    return MAPPER.createParser(new ShortStringReader(text));
  }

  static JsonGenerator generator(Writer to) {
    return MAPPER.createGenerator(to);
  }

  /** The text; if it was shortened, without its end, where half of the key may be. */
  static String withoutHalfAKey(String text, ApiKey key) {
    return ShortStringReader.isShortened(text) ? key.hideInBeginning(text) : text;
  }
}
