package dev.roomline.rooms;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Detects the delimiter of a CSV file by its first lines. */
final class Delimiter {
  private static final int LONGEST_HEADER = 1 << 20;
  private static final Pattern DECLARED = Pattern.compile("\"?sep=(.)\"?[,;\\s]*");

  private Delimiter() {}

  /**
   * What a line such as {@code sep=;} names; else the candidate that gives some line the most columns
   * with a known meaning; among equals the most frequent one in the first line, then the comma.
   */
  static char detect(Reader text) throws IOException {
    var first = nextLine(text);
    var declared = DECLARED.matcher(first);
    if (declared.matches()) return declared.group(1).charAt(0);
    var lines = new ArrayList<>(List.of(first));
    while (lines.size() < HeaderSearch.MOST && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add(nextLine(text));
    }
    var best = ',';
    var bestScore = 0L;
    for (var candidate : new char[] {',', ';', '\t'}) {
      var known = lines.stream()
          .mapToLong(line -> HeaderSearch.known(split(line, candidate)))
          .max()
          .orElse(0);
      var score = known * LONGEST_HEADER + split(first, candidate).size();
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static String nextLine(Reader text) throws IOException {
    var line = new StringBuilder();
    var quoted = false;
    try {
      for (var c = text.read(); c >= 0 && line.length() < LONGEST_HEADER; c = text.read()) {
        if (c == '"') quoted = !quoted;
        var ends = !quoted && (c == '\n' || c == '\r');
        if (ends && !line.toString().isBlank()) break;
        if (!ends) line.append((char) c);
      }
    } catch (CharacterCodingException e) {
      // The check that follows says so, and where.
    }
    return line.toString();
  }

  private static List<String> split(String line, char delimiter) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
