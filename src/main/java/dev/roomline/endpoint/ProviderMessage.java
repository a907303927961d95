package dev.roomline.endpoint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The provider's message about a request.
 *
 * @param shown the text for a person
 * @param said the text that is classified: the message, or the tips if there is none, as tips also advertise
 * @param all everything
 * @param perField whether it names fields, as a validation does
 */
record ProviderMessage(String shown, String said, String all, boolean perField) {

  static final ProviderMessage NONE = new ProviderMessage("", "", "", false);

  static ProviderMessage of(JsonNode json) {
    var message = read(json, "message", "messege");
    var tips = read(json, "tips", "tip");
    var error = read(json, "error", "errors");
    var all = Stream.of(message, tips, error).flatMap(List::stream).toList();
    var said = LenientJson.join(Stream.concat(message.stream(), error.stream()).toList());
    return new ProviderMessage(
        all.stream().filter(text -> !text.isBlank()).findFirst().orElse(""),
        said.isBlank() ? LenientJson.join(tips) : said,
        LenientJson.join(all),
        namesFields(json.path("message")) || namesFields(json.path("messege")));
  }

  boolean said(Pattern phrase) {
    return phrase.matcher(said).find();
  }

  private static List<String> read(JsonNode json, String... names) {
    return Stream.of(names).map(name -> LenientJson.message(json.path(name))).toList();
  }

  private static boolean namesFields(JsonNode message) {
    return message.isObject() && !message.isEmpty();
  }
}
