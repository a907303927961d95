package dev.roomline.endpoint;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * What is kept of an answer's JSON. The answer is read as a stream, and each field is kept up to a
 * bound, so that many large answers at once need little memory.
 *
 * @param fields the fields that mean something, their numbers as text; missing if the answer is no
 *     whole JSON object
 * @param meta the field {@code meta} as it was written, without the key; null if there is none
 */
record ResponseBody(JsonNode fields, @Nullable String meta) {
  private static final ResponseBody UNREADABLE = new ResponseBody(MissingNode.getInstance(), null);

  private static final Set<String> KNOWN = Set.of(
      "status",
      "message",
      "messege",
      "tips",
      "tip",
      "error",
      "errors",
      "id",
      "request_id",
      "fetch_result",
      "eta",
      "retry_after",
      "output",
      "proxy_links",
      "link",
      "generationTime",
      "data",
      "processing_count");

  /**
   * Reads an answer to its end.
   *
   * @throws IOException if it does not arrive as a whole
   */
  static ResponseBody read(Reader text, ApiKey key) throws IOException {
    try (var parser = ProviderJson.parser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) return UNREADABLE;
      var body = object(parser, key);
      return parser.nextToken() == null ? body : UNREADABLE;
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) { // cut short, nested beyond reason, HTML
      return UNREADABLE;
    }
  }

  private static ResponseBody object(JsonParser parser, ApiKey key) {
    var fields = JsonNodeFactory.instance.objectNode();
    String meta = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var token = parser.nextToken();
      if (name.equals("meta") && token.isStructStart()) {
        var copy = new MetaCopy(parser, key);
        meta = copy.text();
        fields.set(name, copy.values());
      } else if (KNOWN.contains(name)) {
        fields.set(name, new BoundedTree(parser, key).value());
      } else {
        parser.skipChildren();
      }
    }
    return new ResponseBody(fields, meta);
  }
}
