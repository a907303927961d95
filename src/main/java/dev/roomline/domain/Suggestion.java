package dev.roomline.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person probably meant, so that an error can end in "did you mean …?". */
public final class Suggestion {
  private Suggestion() {}

  /** The known word nearest to the wanted one, if any is near enough to be meant by it. */
  public static Optional<String> nearest(String wanted, Collection<String> known) {
    var farthest = Math.max(1, wanted.length() / 3);
    return known.stream()
        .filter(word -> distance(wanted, word) <= farthest)
        .min(Comparator.comparingInt(word -> distance(wanted, word)));
  }

  /** The end of an error message: {@code "; did you mean in-flight?"}, or nothing. */
  public static String didYouMean(String wanted, Collection<String> known) {
    return nearest(wanted, known).map(word -> "; did you mean " + word + "?").orElse("");
  }

  /** Edits between two words, case aside; swapping two neighbours is one edit. */
  private static int distance(String left, String right) {
    var a = left.toLowerCase(Locale.ROOT);
    var b = right.toLowerCase(Locale.ROOT);
    var edits = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) edits[i][0] = i;
    for (var j = 0; j <= b.length(); j++) edits[0][j] = j;
    for (var i = 1; i <= a.length(); i++) {
      for (var j = 1; j <= b.length(); j++) {
        var replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        if (swapped(a, i, b, j)) edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
