package dev.roomline.domain;

/** A text of unknown origin, as a message shows it. */
public final class Excerpt {
  private static final int LONGEST = 80;

  private Excerpt() {}

  /** On one line and not too long. */
  public static String of(String text) {
    var line = text.strip().replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
