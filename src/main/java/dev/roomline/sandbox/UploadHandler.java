package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;
import dev.roomline.sandbox.draw.RoomPainter;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Handles uploads and deletions of photos. Free. */
final class UploadHandler {
  private static final String FOR_A_DAY = "/api/v6/base64_to_url";
  private static final String FOR_LONG = "/api/v3/base64_crop";
  private static final String DELETE = "/api/v3/delete_image";
  private static final Set<String> PATHS = Set.of(FOR_A_DAY, FOR_LONG, DELETE);
  private static final Set<String> TYPES = Set.of("image", "video", "voice", "3d");
  private static final Duration DAY = Duration.ofHours(24);

  private final SandboxContext sandboxContext;

  UploadHandler(SandboxContext sandboxContext) {
    this.sandboxContext = sandboxContext;
  }

  static boolean serves(String path) {
    return PATHS.contains(path);
  }

  /** One at a time: an upload takes several times its size in memory while it is decoded. */
  synchronized Response answer(String path, byte[] sent) {
    var body = ProviderMessages.parsed(sent);
    if (body == null) return ProviderMessages.refusal(400, "The body must be a JSON object");
    var family = path.equals(FOR_A_DAY) ? Family.V6 : Family.V5;
    var locked = sandboxContext.lock().refusal(family, body);
    var response = locked == null ? admitted(path, family, body) : locked;
    return sandboxContext.settings().queueErrorsAs200() ? response.in200() : response;
  }

  private Response admitted(String path, Family family, ObjectNode body) {
    if (path.equals(DELETE)) return delete(body);
    var field = path.equals(FOR_A_DAY) ? "base64_string" : "image";
    try {
      var sent = DataUri.read(text(body, field));
      return path.equals(FOR_A_DAY) ? forADay(sent) : forLong(sent, body.path("crop"));
    } catch (IllegalArgumentException wrong) {
      var sentence = "The " + field + " field " + wrong.getMessage();
      return ProviderMessages.invalid(family, new Order.Problem(field, sentence));
    }
  }

  private Response forADay(DataUri sent) {
    var until = sandboxContext.settings().clock().instant().plus(DAY);
    var upload = kept(sent, sent, "/temp/", until);
    var body = ProviderMessages.status("success").put("id", upload.id());
    body.putArray("output").add(sandboxContext.origin() + upload.path());
    return Response.json(200, body);
  }

  /** Crops by default, as the provider documents, so that users see what a crop removes. */
  private Response forLong(DataUri sent, JsonNode crop) {
    var asked = crop.isMissingNode() ? "true" : crop.isString() ? crop.stringValue() : "";
    if (!asked.equals("true") && !asked.equals("false"))
      return ProviderMessages.fieldList(
          new Order.Problem("crop", "The crop field must be the string true or false."));
    var upload =
        kept(sent, asked.equals("true") ? square(sent) : sent, "/generations/", Instant.MAX);
    return Response.json(
        200,
        ProviderMessages.status("success")
            .put("messege", "image uploaded")
            .put("link", sandboxContext.origin() + upload.path())
            .put("request_id", upload.id()));
  }

  private Upload kept(DataUri sent, DataUri kept, String under, Instant until) {
    var upload = sandboxContext.originals().uploads().keep(kept, under, until);
    sandboxContext.billingLog().uploaded(Dice.digest(sent.bytes()));
    return upload;
  }

  private static DataUri square(DataUri sent) {
    BufferedImage photo = PhotoReader.read(sent.bytes());
    return photo == null ? sent : new DataUri("image/png", Png.of(RoomPainter.cropped(photo, 1)));
  }

  private Response delete(ObjectNode body) {
    if (!TYPES.contains(body.path("type").asString("image")))
      return ProviderMessages.fieldList(new Order.Problem("type", "The selected type is invalid."));
    var id = body.path("request_id").asLong(-1);
    var image = body.path("type").asString("image").equals("image");
    if (!image || !sandboxContext.originals().uploads().delete(id))
      return Response.json(200, ProviderMessages.status("error").put("messege", "image not found"));
    sandboxContext.billingLog().deleted();
    return Response.json(200, ProviderMessages.status("success").put("messege", "image deleted"));
  }

  private static String text(ObjectNode body, String field) {
    var value = body.path(field);
    if (!value.isString()) throw new IllegalArgumentException("is required.");
    return value.stringValue();
  }
}
