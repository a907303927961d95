package dev.roomline.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A picture as a data URI, as uploads send it. */
@SuppressWarnings("ArrayRecordComponent") // stored, never compared
record DataUri(String type, byte[] bytes) {
  /** The provider's limit of 5 MB does not say of what; this is the strictest reading. */
  static final int LIMIT = 5_000_000;

  private static final String SUFFIX = ";base64";
  private static final Map<String, String> MAGIC = Map.of(
      "\u0089PNG\r\n\u001a\n",
      "image/png",
      "\u00ff\u00d8\u00ff",
      "image/jpeg",
      "GIF8",
      "image/gif");

  /**
   * Parses a data URI.
   *
   * @throws IllegalArgumentException with a message that follows the name of a field
   */
  static DataUri read(String text) {
    if (text.length() > LIMIT) throw new IllegalArgumentException("must not be greater than 5 MB.");
    int comma = text.indexOf(',');
    var head = comma < 0 ? "" : text.substring(0, comma);
    if (!head.startsWith("data:image/") || !head.endsWith(SUFFIX))
      throw new IllegalArgumentException("must be a base64 data URI.");
    var bytes = decoded(text.substring(comma + 1));
    var type = type(bytes);
    if (type == null)
      throw new IllegalArgumentException("must be an image of type: png, jpeg, gif, webp.");
    var declared = head.substring("data:".length(), head.length() - SUFFIX.length());
    if (!type.equals(declared))
      throw new IllegalArgumentException("says " + declared + " and is " + type + ".");
    return new DataUri(type, bytes);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException foreign) {
      throw new IllegalArgumentException("must be valid base64.", foreign);
    }
  }

  private static @Nullable String type(byte[] bytes) {
    var start = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("RIFF") && start.endsWith("WEBP")) return "image/webp";
    for (var magic : MAGIC.entrySet())
      if (start.startsWith(magic.getKey())) return magic.getValue();
    return null;
  }
}
