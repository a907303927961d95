package dev.roomline.sandbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One misbehaviour for one render, drawn by share or written into the prompt.
 *
 * @param times how often before it succeeds; 0 means always
 */
record PlannedMisbehaviour(Misbehaviour what, int times) {
  private static final Pattern MARKER =
      Pattern.compile("\\s*\\[sandbox ([a-z0-9-]+)(?: (\\d{1,6}))?]\\s*");

  static @Nullable PlannedMisbehaviour in(String prompt) {
    var found = MARKER.matcher(prompt);
    if (!found.find()) return null;
    var what = Misbehaviour.named(found.group(1));
    var times = found.group(2);
    return new PlannedMisbehaviour(what, times == null ? what.usual : Integer.parseInt(times));
  }

  static String without(String prompt) {
    return MARKER.matcher(prompt).replaceAll(" ").strip();
  }

  boolean holds(int before) {
    return times == 0 || before < times;
  }

  @Override
  public String toString() {
    return what.label + "." + times;
  }

  static @Nullable PlannedMisbehaviour parse(@Nullable String text) {
    if (text == null || text.isEmpty()) return null;
    var dot = text.lastIndexOf('.');
    if (dot < 0) throw new IllegalArgumentException(text);
    return new PlannedMisbehaviour(
        Misbehaviour.named(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }
}
