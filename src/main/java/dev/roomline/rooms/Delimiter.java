package dev.roomline.rooms;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/** Detects the delimiter of a CSV file by its header. */
final class Delimiter {
  private static final int LONGEST_HEADER = 1 << 20;

  private Delimiter() {}

  /**
   * The candidate that gives the most columns with a known meaning; among equals the most frequent one,
   * then the comma.
   */
  static char detect(Reader text) throws IOException {
    var header = firstLine(text);
    var best = ',';
    var bestScore = 0L;
    for (var candidate : new char[] {',', ';', '\t'}) {
      var cells = split(header, candidate);
      var known = cells.stream().filter(cell -> Columns.meaning(cell) != null).count();
      var score = known * LONGEST_HEADER + cells.size();
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static String firstLine(Reader text) throws IOException {
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
