package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A create request, without the key.
 *
 * @param photo what {@link Originals#name} calls the room's photo
 * @param fingerprint the same for the same picture, whatever the sandbox's port
 */
record Order(
    Family family,
    ObjectNode body,
    String prompt,
    String photo,
    @Nullable PlannedMisbehaviour plannedMisbehaviour,
    String fingerprint) {

  static Order read(Family family, ObjectNode body, Originals originals) {
    var prompt = body.path("prompt").asString("");
    var photo = originals.name(body.path("init_image").asString(""));
    var spelled = new TreeMap<String, String>();
    body.propertyStream()
        .forEach(field -> spelled.put(field.getKey(), field.getValue().toString()));
    spelled.remove("webhook");
    spelled.remove("track_id");
    spelled.put("init_image", photo);
    var fingerprint = Dice.fingerprint(spelled.toString());
    return new Order(family, body, prompt, photo, PlannedMisbehaviour.in(prompt), fingerprint);
  }

  /** The first problem of a body, as field and sentence; null if it can be rendered. */
  static @Nullable Problem problem(ObjectNode body) {
    for (var field : new String[] {"prompt", "init_image"}) {
      var value = body.path(field);
      if (!value.isString() || value.stringValue().isBlank())
        return new Problem(field, "The " + field + " field is required.");
    }
    try {
      PlannedMisbehaviour.in(body.path("prompt").asString(""));
    } catch (IllegalArgumentException unknown) {
      return new Problem("prompt", String.valueOf(unknown.getMessage()));
    }
    return within(body.path("guidance_scale"))
        ? null
        : new Problem("guidance_scale", "guidance_scale must be between 1 and 20");
  }

  /** A field and what is wrong with it. */
  record Problem(String field, String sentence) {}

  String image() {
    return body.path("init_image").asString("");
  }

  /** The requested seed, or one derived from the render and its attempt; unsigned 32 bit. */
  long seed(int attempt) {
    var asked = body.path("seed");
    var seed = asked.isIntegralNumber() ? asked.longValue() : Dice.roll(0, fingerprint, attempt);
    return seed & 0xffffffffL;
  }

  private static boolean within(JsonNode guidance) {
    if (guidance.isMissingNode() || guidance.isNull()) return true;
    try {
      var value = new BigDecimal(guidance.asString("none"));
      return value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(BigDecimal.valueOf(20)) <= 0;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }
}
