package dev.roomline.render;

import java.util.Locale;

/** The calls that one render may take. */
enum ApiCall {
  CREATE,
  COLLECT,
  UPLOAD,
  DOWNLOAD;

  static ApiCall of(String head) {
    if (head.startsWith("POST /api/v5/interior ")) return CREATE;
    if (head.startsWith("POST /api/v6/base64_to_url ")) return UPLOAD;
    return head.startsWith("POST ") ? COLLECT : DOWNLOAD;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
