package dev.roomline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The drawing of the rooms in CONTRIBUTING.md: a line for each, with the rooms it may use.
 *
 * @param arrows the rooms that each room may use, apart from {@code domain}
 */
record RoomDrawing(Map<String, String[]> arrows) {
  private static final Path PAGE = Path.of(".github", "CONTRIBUTING.md");
  private static final Pattern LINE = Pattern.compile("([a-z.]+) {2,}.* ►([a-z., ]*)");

  static RoomDrawing read() throws IOException {
    var arrows = new LinkedHashMap<String, String[]>();
    for (var line : Files.readAllLines(PAGE)) {
      var room = LINE.matcher(line);
      if (room.matches()) arrows.put(room.group(1), rooms(room.group(2)));
    }
    return new RoomDrawing(arrows);
  }

  Set<String> names() {
    return arrows.keySet();
  }

  /** The rooms that it may use; the domain may be used by all. */
  String[] uses(String room) {
    var uses = new ArrayList<>(List.of(arrows.get(room)));
    if (!room.equals("domain")) uses.add("domain");
    return uses.toArray(String[]::new);
  }

  private static String[] rooms(String list) {
    return list.isBlank() ? new String[0] : list.strip().split(", *");
  }
}
