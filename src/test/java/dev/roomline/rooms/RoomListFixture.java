package dev.roomline.rooms;

import dev.roomline.domain.RoomRow;
import dev.roomline.domain.Variations;
import dev.roomline.images.PhotoSource;
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
record RoomListFixture(Path folder, RowSettings settings) {

  static RoomListFixture in(Path folder) {
    return new RoomListFixture(
        folder,
        new RowSettings(
            Map.of(), Map.of(), PhotoSource.none(), null, null, true, Variations.PLAIN));
  }

  RoomListFixture defaults(Map<String, Object> defaults) {
    var it = settings;
    return new RoomListFixture(
        folder,
        new RowSettings(
            defaults, it.extra(), it.photos(), it.charset(), null, it.v5(), it.variations()));
  }

  RoomListFixture declared(@Nullable Charset charset, @Nullable Character delimiter) {
    var it = settings;
    return new RoomListFixture(
        folder,
        new RowSettings(
            it.defaults(), it.extra(), it.photos(), charset, delimiter, it.v5(), it.variations()));
  }

  RoomListFixture family(boolean v5) {
    var it = settings;
    return new RoomListFixture(
        folder,
        new RowSettings(
            it.defaults(), Map.of("x", true), it.photos(), null, null, v5, it.variations()));
  }

  RoomListFixture series(Variations variations) {
    var it = settings;
    return new RoomListFixture(
        folder,
        new RowSettings(it.defaults(), it.extra(), it.photos(), null, null, it.v5(), variations));
  }

  Path csv() {
    return folder.resolve("rooms.csv");
  }

  RoomList check(String text) throws IOException {
    return check(text.getBytes(StandardCharsets.UTF_8));
  }

  RoomList check(byte[] bytes) throws IOException {
    Files.write(csv(), bytes);
    return RoomList.check(csv(), settings);
  }

  List<RoomRow> rows(String text) throws IOException {
    return rows(check(text));
  }

  static List<RoomRow> rows(RoomList roomList) {
    var rows = new ArrayList<RoomRow>();
    try (var reader = roomList.open()) {
      for (var row = reader.next(); row != null; row = reader.next()) rows.add(row);
    }
    return rows;
  }
}
