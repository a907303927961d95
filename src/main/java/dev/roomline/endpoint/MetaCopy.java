package dev.roomline.endpoint;

import java.io.StringWriter;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of the provider's {@code meta}: numbers digit by digit, without the key. Beyond {@value
 * #MOST_CHARACTERS} characters the rest is cut, and a last field says so.
 */
final class MetaCopy {
  private static final int MOST_CHARACTERS = 16_384;
  private static final String CUT = "cut_by_roomline";
  private static final String NOTE =
      "the provider sent more than " + MOST_CHARACTERS + " characters; the rest is not kept";
  private static final Set<String> WANTED = Set.of("seed", "model_id");

  private final JsonParser parser;
  private final ApiKey key;
  private final StringWriter copied = new StringWriter();
  private final ObjectNode values = JsonNodeFactory.instance.objectNode();
  private int length;

  /** Reads the parser's current object or array to its end. */
  MetaCopy(JsonParser parser, ApiKey key) {
    this.parser = parser;
    this.key = key;
    try (var to = ProviderJson.generator(copied)) {
      copyInto(to);
    }
  }

  String text() {
    return copied.toString();
  }

  /** Its seed and model, also where they lie beyond the cut. */
  JsonNode values() {
    return values;
  }

  private void copyInto(JsonGenerator to) {
    var depth = 0;
    var named = false;
    var cut = false;
    do {
      var token = parser.currentToken();
      if (depth == 1 && isWanted(token)) {
        values.put(parser.currentName(), parser.getString());
      }
      cut |= length > MOST_CHARACTERS && !named && !token.isStructEnd();
      if (!cut) copyToken(to, token);
      named = token == JsonToken.PROPERTY_NAME;
      if (token.isStructStart()) depth++;
      if (token.isStructEnd()) depth--;
    } while (depth > 0 && parser.nextToken() != null);
    if (cut) end(to);
  }

  private boolean isWanted(JsonToken token) {
    var name = parser.currentName();
    var scalar = token == JsonToken.VALUE_STRING || token.isNumeric();
    return scalar && name != null && WANTED.contains(name);
  }

  private void copyToken(JsonGenerator to, JsonToken token) {
    length += 2; // quotes, commas, brackets
    if (token == JsonToken.PROPERTY_NAME) {
      to.writeName(hidden(parser.currentName()));
    } else if (token == JsonToken.VALUE_STRING) {
      to.writeString(hidden(parser.getString()));
    } else if (token.isNumeric()) {
      var digits = hidden(parser.getString());
      if (digits.matches("[-+.0-9eE]+")) to.writeNumber(digits);
      else to.writeString(digits); // NaN, or a key made of digits
    } else {
      to.copyCurrentEvent(parser);
    }
  }

  private String hidden(String text) {
    length += text.length();
    return key.hide(ProviderJson.withoutHalfAKey(text, key));
  }

  private static void end(JsonGenerator to) {
    while (to.streamWriteContext().getNestingDepth() > 1) {
      if (to.streamWriteContext().inArray()) to.writeEndArray();
      else to.writeEndObject();
    }
    if (to.streamWriteContext().inObject()) to.writeName(CUT);
    to.writeString(NOTE);
  }
}
