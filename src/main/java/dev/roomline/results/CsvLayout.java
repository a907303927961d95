package dev.roomline.results;

import dev.roomline.rooms.ResultColumns;
import dev.roomline.rooms.RoomList;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/**
 * How the rooms file is written, and so its results; remembered with the run, so that they can be
 * printed again when the file has changed.
 *
 * @param columns the input's own, in order
 */
public record CsvLayout(List<String> columns, char delimiter, boolean bom) {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  /** The input's columns, those that bear a name of ours renamed, and then ours. */
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

  public String asJson() {
    return JSON.writeValueAsString(this);
  }
}
