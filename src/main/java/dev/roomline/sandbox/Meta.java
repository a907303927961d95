package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;
import tools.jackson.databind.node.ObjectNode;

/** The meta object: what the provider says it did, which may differ from the request. */
final class Meta {
  private Meta() {}

  static ObjectNode of(Sale sale) {
    var meta = ProviderMessages.JSON.createObjectNode();
    if (sale.order().family() == Family.V5) old(meta, sale.order());
    else current(meta, sale.order());
    meta.put("seed", sale.ticket().picture().seed());
    return meta.put("outdir", "out").put("file_prefix", prefix(sale));
  }

  /** The part of the meta that is encoded in an id. */
  static ObjectNode of(Ticket ticket) {
    return ProviderMessages.JSON
        .createObjectNode()
        .put("model_id", "realistic-vision-v13")
        .put("seed", ticket.picture().seed())
        .put("outdir", "out");
  }

  private static void old(ObjectNode meta, Order order) {
    meta.put("prompt", " " + order.prompt())
        .put("model_id", "realistic-vision-v13")
        .put("controlnet_model", "mlsd")
        .put("controlnet_type", "mlsd");
    asked(meta, order, "negative_prompt", "\"\"");
    meta.put("scheduler", "EulerAncestralDiscreteScheduler")
        .put("safetychecker", "no")
        .put("auto_hint", "yes")
        .put("guess_mode", "no");
    asked(meta, order, "strength", "0.55");
    meta.put("W", 512).put("H", 512);
    asked(meta, order, "guidance_scale", "7");
    meta.putNull("seed")
        .put("multi_lingual", "no")
        .put("init_image", order.image())
        .putNull("mask_image");
    asked(meta, order, "steps", "50");
    meta.put("full_url", "no")
        .put("upscale", "no")
        .put("n_samples", 1)
        .putNull("embeddings")
        .putNull("lora");
  }

  private static void current(ObjectNode meta, Order order) {
    meta.put("room_image", order.image()).put("prompt", order.prompt()).putNull("seed");
    asked(meta, order, "guidance_scale", "8");
    asked(meta, order, "strength", "5");
    asked(meta, order, "num_inference_steps", "51");
    meta.put("base64", "no").put("temp", "no");
    asked(meta, order, "negative_prompt", "\"\"");
    meta.put("watermark", "no");
    asked(meta, order, "scale_down", "6");
    meta.put("opacity", 0.7).put("padding_right", 10).put("padding_down", 10);
    asked(meta, order, "webhook", "null");
    meta.putNull("id");
    asked(meta, order, "track_id", "null");
  }

  private static void asked(ObjectNode meta, Order order, String field, String without) {
    var value = order.body().path(field);
    meta.set(field, value.isMissingNode() ? ProviderMessages.JSON.readTree(without) : value);
  }

  private static String prefix(Sale sale) {
    var hex = Dice.fingerprint(sale.ticket().id());
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20, 32));
  }
}
