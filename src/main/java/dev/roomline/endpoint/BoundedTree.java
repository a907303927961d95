package dev.roomline.endpoint;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** One value of an answer, with as much inside as its bound allows; the rest is skipped. */
final class BoundedTree {
  private static final int MOST_CHARACTERS = 65_536;
  private static final int CHARACTERS_OF_A_NODE = 20; // as much memory, roughly
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final ApiKey key;
  private int left = MOST_CHARACTERS;

  BoundedTree(JsonParser parser, ApiKey key) {
    this.parser = parser;
    this.key = key;
  }

  /** The parser's current value; numbers are text, digit by digit. */
  JsonNode value() {
    var token = parser.currentToken();
    left -= CHARACTERS_OF_A_NODE;
    if (left < 0) {
      parser.skipChildren();
      return MissingNode.getInstance();
    }
    if (token == JsonToken.START_OBJECT) return object();
    if (token == JsonToken.START_ARRAY) return array();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      var text = ProviderJson.withoutHalfAKey(parser.getString(), key);
      left -= text.length();
      return NODES.stringNode(text);
    }
    return token.isBoolean() ? NODES.booleanNode(token == JsonToken.VALUE_TRUE) : NODES.nullNode();
  }

  private JsonNode object() {
    var object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = ProviderJson.withoutHalfAKey(parser.currentName(), key);
      parser.nextToken();
      left -= name.length();
      var value = value();
      if (!value.isMissingNode()) object.set(name, value);
    }
    return object;
  }

  private JsonNode array() {
    var array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var value = value();
      if (!value.isMissingNode()) array.add(value);
    }
    return array;
  }
}
