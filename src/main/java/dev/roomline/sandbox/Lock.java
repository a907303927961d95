package dev.roomline.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Checks the API key, and removes it from the body, so that it is not stored. */
record Lock(@Nullable String key) {

  /** Null if the key is right. */
  @Nullable
  Response refusal(Family family, ObjectNode body) {
    var shown = body.path("key").asString("");
    body.remove("key");
    if (key == null || same(key, shown)) return null;
    return shown.isEmpty()
        ? ProviderMessages.refusal(401, "API key required")
        : ProviderMessages.invalidKey(family);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Lock[***]";
  }
}
