package dev.roomline.results;

import dev.roomline.rooms.ResultColumns;
import dev.roomline.rooms.RoomList;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/**
 * How the room list is written, and so its results. It is stored with the run, so that the results
 * can be written again after the list has changed.
 *
 * @param columns the input's own, in order
 */
public record CsvLayout(List<String> columns, char delimiter, boolean bom) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The layout of a room list. */
  public static CsvLayout of(RoomList roomList) {
    return new CsvLayout(roomList.header(), roomList.delimiter(), roomList.bom());
  }

  /** Reads what {@link #asJson} wrote; early releases wrote the columns alone. */
  public static CsvLayout parse(String json) {
    var tree = JSON.readTree(json);
    return tree.isArray()
        ? new CsvLayout(List.of(JSON.treeToValue(tree, String[].class)), ',', false)
        : JSON.treeToValue(tree, CsvLayout.class);
  }

  /** The input's columns, then ours. An input column with a name of ours is renamed. */
  public List<String> header(List<String> ours) {
    var header = new ArrayList<String>();
    columns.forEach(name -> header.add(ResultColumns.written(name, ours)));
    header.addAll(ours);
    return header;
  }

  /** A row's own cells, and then ours. */
  public List<String> line(ResultRow row, List<String> ours) {
    var line = new ArrayList<>(row.cells());
    // A row with too few or too many cells must not shift ours.
    while (line.size() < columns.size()) line.add("");
    while (line.size() > columns.size()) line.remove(line.size() - 1);
    line.addAll(ours);
    return line;
  }

  /** The layout as text for the database. */
  public String asJson() {
    return JSON.writeValueAsString(this);
  }
}
