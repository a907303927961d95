package dev.roomline.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of a page in {@code src/docs}: its rows, each cell under its column's heading. */
final class MarkdownTable {
  private MarkdownTable() {}

  /** The first table under a heading; fails if there is none. */
  static List<Map<String, String>> under(String heading, Path page) throws IOException {
    var lines = Files.readAllLines(page);
    var from = lines.indexOf(heading);
    if (from < 0) throw new AssertionError("no \"" + heading + "\" in " + page);
    while (!lines.get(from).startsWith("|")) from++;
    var columns = cells(lines.get(from));
    var rows = new ArrayList<Map<String, String>>();
    for (var line : lines.subList(from + 2, lines.size())) {
      if (!line.startsWith("|")) break;
      var cells = cells(line);
      var row = new LinkedHashMap<String, String>();
      for (var n = 0; n < columns.size(); n++) row.put(columns.get(n), cells.get(n));
      rows.add(row);
    }
    if (rows.isEmpty()) throw new AssertionError("no row under \"" + heading + "\"");
    return rows;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    for (var cell : line.substring(1).split("\\|")) cells.add(cell.strip());
    return cells;
  }
}
