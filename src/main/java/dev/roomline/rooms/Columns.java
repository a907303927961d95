package dev.roomline.rooms;

import dev.roomline.domain.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What column headers mean: case, blanks, hyphens and underscores do not matter. */
final class Columns {
  static final String PHOTO = "init_image";
  static final String PROMPT = "prompt";

  private static final Map<String, List<String>> ALIASES = Map.of(
      PHOTO,
      List.of(
          "image",
          "image_url",
          "photo",
          "photo_url",
          "picture",
          "picture_url",
          "url",
          "image_src", // Shopify
          "images", // WooCommerce
          "mediaurl", // RESO
          "media_url",
          "primary_photo", // HomeHarvest
          "attachments"), // Airtable
      PROMPT,
      List.of("text_prompt"),
      Parameter.STEPS.label(),
      List.of("num_inference_steps"),
      Parameter.GUIDANCE_SCALE.label(),
      List.of("guidance", "cfg", "cfg_scale"),
      Parameter.NEGATIVE_PROMPT.label(),
      List.of("negative"));

  private static final Map<String, String> MEANINGS = meanings();

  private Columns() {}

  /** Our name for what a header means, or null if the column only travels through. */
  static @Nullable String meaning(String header) {
    return MEANINGS.get(plain(header));
  }

  /** A header in lower case, without blanks, hyphens and underscores. */
  static String plain(String header) {
    var plain = new StringBuilder(header.strip().toLowerCase(Locale.ROOT));
    for (var i = 0; i < plain.length(); i++) {
      if (plain.charAt(i) == ' ' || plain.charAt(i) == '-') plain.setCharAt(i, '_');
    }
    return plain.toString();
  }

  /** All headers that are accepted for a name, as a message lists them. */
  static String accepted(String name) {
    return name + ", " + String.join(", ", ALIASES.getOrDefault(name, List.of()));
  }

  private static Map<String, String> meanings() {
    var meanings = new HashMap<String, String>();
    ALIASES.forEach((name, aliases) -> aliases.forEach(alias -> meanings.put(alias, name)));
    meanings.put(PHOTO, PHOTO);
    meanings.put(PROMPT, PROMPT);
    Arrays.stream(Parameter.values()).forEach(it -> meanings.put(it.label(), it.label()));
    return meanings.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
