package dev.roomline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compares the output of a block of commands with what its guide shows. */
record PrintedOutput(List<String> lines) {

  /** Whether the guide shows this; a line of its own with "…" stands for any lines, or none. */
  boolean isShownAs(List<String> shown) {
    return isShown(shown, 0, 0);
  }

  private boolean isShown(List<String> shown, int at, int printed) {
    if (at == shown.size()) return printed == lines.size();
    if (isGap(shown.get(at))) {
      for (var next = printed; next <= lines.size(); next++) {
        if (isShown(shown, at + 1, next)) return true;
      }
      return false;
    }
    return printed < lines.size()
        && OutputMask.matches(shown.get(at), lines.get(printed))
        && isShown(shown, at + 1, printed + 1);
  }

  /**
   * What the guide should show: its own lines where they still hold, with the times and the "…" in
   * them, and what was printed in place of the others.
   */
  List<String> shownAnew(List<String> shown) {
    if (isShownAs(shown)) return shown;
    var anew = new ArrayList<String>();
    var from = new Match(0, 0);
    for (var match : matches(shown)) {
      anew.addAll(between(shown, from, match));
      anew.add(shown.get(match.shown()));
      from = new Match(match.shown() + 1, match.printed() + 1);
    }
    anew.addAll(between(shown, from, new Match(shown.size(), lines.size())));
    return List.copyOf(anew);
  }

  /** Keeps as many lines before the first gap, and after the last, as the guide has there. */
  private List<String> between(List<String> shown, Match from, Match to) {
    var old = shown.subList(from.shown(), to.shown());
    var now = lines.subList(from.printed(), to.printed());
    var first = gap(old);
    if (first < 0) return now;
    var last = old.size() - 1 - gap(reversed(old));
    var head = Math.min(first, now.size());
    var tail = Math.max(head, now.size() - (old.size() - 1 - last));
    var kept = new ArrayList<>(now.subList(0, head));
    kept.add(OutputMask.ANYTHING);
    kept.addAll(now.subList(tail, now.size()));
    return kept;
  }

  /** The longest sequence of lines of the guide that were printed in the same order. */
  private List<Match> matches(List<String> shown) {
    var longest = new int[shown.size() + 1][lines.size() + 1];
    for (var s = shown.size() - 1; s >= 0; s--) {
      for (var p = lines.size() - 1; p >= 0; p--) {
        longest[s][p] = same(shown, s, p)
            ? longest[s + 1][p + 1] + 1
            : Math.max(longest[s + 1][p], longest[s][p + 1]);
      }
    }
    var matches = new ArrayList<Match>();
    for (int s = 0, p = 0; s < shown.size() && p < lines.size(); ) {
      if (same(shown, s, p)) matches.add(new Match(s++, p++));
      else if (longest[s + 1][p] >= longest[s][p + 1]) s++;
      else p++;
    }
    return matches;
  }

  private boolean same(List<String> shown, int s, int p) {
    return !isGap(shown.get(s)) && OutputMask.matches(shown.get(s), lines.get(p));
  }

  private static int gap(List<String> lines) {
    return lines.indexOf(OutputMask.ANYTHING);
  }

  private static boolean isGap(String line) {
    return line.equals(OutputMask.ANYTHING);
  }

  private static List<String> reversed(List<String> lines) {
    var reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    return reversed;
  }

  /** A line of the guide, and the line that was printed for it. */
  private record Match(int shown, int printed) {}
}
