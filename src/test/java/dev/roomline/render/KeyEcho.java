package dev.roomline.render;

import static dev.roomline.campaign.CanaryKey.KEY;
import static dev.roomline.campaign.CanaryKey.inJson;
import static dev.roomline.campaign.CanaryKey.inUrl;

import java.nio.charset.StandardCharsets;

/** Adds the key to a provider's answer wherever it can stand. */
final class KeyEcho {
  private static final String FIELDS = """
      {"%1$s":"%1$s","tip":"see %1$s","track_id":"%1$s","request_id":"%1$s",\
      "future_links":["https://r2.example/%2$s.png"],\
      "fetch_result":"https://provider.example/fetch/7?key=%2$s",""".formatted(inJson(), inUrl());
  private static final String META =
      "\"meta\":{\"%1$s\":[\"%1$s\"],\"webhook\":\"https://me/?key=%2$s\",\"model_id\":\"%1$s\""
          .formatted(inJson(), inUrl());

  private KeyEcho() {}

  static byte[] in(String body) {
    return withKey(body).getBytes(StandardCharsets.UTF_8);
  }

  private static String withKey(String body) {
    if (!body.startsWith("{")) return body.replace("Sorry", "Sorry " + KEY);
    var meta = body.contains("\"meta\":") ? "" : META + "},";
    return FIELDS
        + meta
        + body.substring(1)
            .replace("\"meta\":{", META + ",")
            .replaceAll("\"mess([ae])ge\":\"", "$0" + inJson().replace("\\", "\\\\") + " ")
            .replace(".png\"", ".png?key=" + inUrl() + "\"");
  }

  /** Complete headers, or the beginning of headers. */
  static String head(String head) {
    return head.replace("ESMTP", "ESMTP " + KEY)
        .replace("elsewhere", "elsewhere?key=" + inUrl())
        .replaceFirst(
            "^(HTTP/1.1 [0-9]+ \\w+)\r\n",
            "$1 " + KEY + "\r\nX-Key: " + KEY + "\r\nSet-Cookie: key=" + inUrl() + "\r\n");
  }
}
