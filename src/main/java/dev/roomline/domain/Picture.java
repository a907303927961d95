package dev.roomline.domain;

import java.util.regex.Pattern;

/**
 * One picture that is kept, known by its bytes.
 *
 * @param sha256 of the bytes, in hexadecimal
 * @param type the file's ending: {@code png}, {@code jpg}, {@code webp} or {@code gif}
 * @param width pixels, as it is shown
 * @param height pixels, as it is shown
 */
public record Picture(String sha256, String type, int width, int height) {
  private static final Pattern TEXT =
      Pattern.compile("([0-9a-f]{64})\\.([a-z]{3,4}) (\\d+)x(\\d+)");

  /** On one line, as the ledger stores it: {@code 3f….png 640x480}. */
  public String text() {
    return sha256 + "." + type + " " + width + "x" + height;
  }

  /** Reads what {@link #text} wrote. */
  public static Picture parse(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) throw new IllegalArgumentException("no picture: " + text);
    return new Picture(
        match.group(1),
        match.group(2),
        Integer.parseInt(match.group(3)),
        Integer.parseInt(match.group(4)));
  }
}
