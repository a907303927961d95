package dev.roomline.rooms;

import dev.roomline.domain.RoomRow;
import dev.roomline.domain.Series;
import dev.roomline.images.Photos;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A folder with a rooms.csv, and the settings it is read with. */
record RoomsFolder(Path folder, RowSettings settings) {

  static RoomsFolder in(Path folder) {
    return new RoomsFolder(
        folder, new RowSettings(Map.of(), Map.of(), Photos.none(), null, null, true, Series.PLAIN));
  }

  RoomsFolder defaults(Map<String, Object> defaults) {
    var it = settings;
    return new RoomsFolder(
        folder,
        new RowSettings(
            defaults, it.extra(), it.photos(), it.charset(), null, it.v5(), it.series()));
  }

  RoomsFolder declared(@Nullable Charset charset, @Nullable Character delimiter) {
    var it = settings;
    return new RoomsFolder(
        folder,
        new RowSettings(
            it.defaults(), it.extra(), it.photos(), charset, delimiter, it.v5(), it.series()));
  }

  RoomsFolder family(boolean v5) {
    var it = settings;
    return new RoomsFolder(
        folder,
        new RowSettings(
            it.defaults(), Map.of("x", true), it.photos(), null, null, v5, it.series()));
  }

  RoomsFolder series(Series series) {
    var it = settings;
    return new RoomsFolder(
        folder,
        new RowSettings(it.defaults(), it.extra(), it.photos(), null, null, it.v5(), series));
  }

  Path csv() {
    return folder.resolve("rooms.csv");
  }

  RoomsFile check(String text) throws IOException {
    return check(text.getBytes(StandardCharsets.UTF_8));
  }

  RoomsFile check(byte[] bytes) throws IOException {
    Files.write(csv(), bytes);
    return RoomsFile.check(csv(), settings);
  }

  List<RoomRow> rows(String text) throws IOException {
    return rows(check(text));
  }

  static List<RoomRow> rows(RoomsFile file) {
    var rows = new ArrayList<RoomRow>();
    try (var reader = file.open()) {
      for (var row = reader.next(); row != null; row = reader.next()) rows.add(row);
    }
    return rows;
  }
}
