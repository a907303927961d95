package dev.roomline.images;

import org.jspecify.annotations.Nullable;

/** The kinds of pictures that are read, recognised by their first bytes. */
enum ImageFormat {
  JPEG("jpg", "\u00FF\u00D8\u00FF"),
  PNG("png", "\u0089PNG\r\n\u001A\n"),
  WEBP("webp", "RIFF....WEBP"),
  GIF("gif", "GIF8.a");

  /** The file name extension. */
  final String ending;

  private final String beginning; // a dot stands for any byte

  ImageFormat(String ending, String beginning) {
    this.ending = ending;
    this.beginning = beginning;
  }

  /** The format whose files begin with these bytes, or null if there is none. */
  static @Nullable ImageFormat of(byte[] beginning) {
    for (var imageFormat : values()) if (imageFormat.begins(beginning)) return imageFormat;
    return null;
  }

  private boolean begins(byte[] bytes) {
    if (bytes.length < beginning.length()) return false;
    for (int at = 0; at < beginning.length(); at++) {
      var expected = beginning.charAt(at);
      if (expected != '.' && expected != (bytes[at] & 0xFF)) return false;
    }
    return true;
  }
}
