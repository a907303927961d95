package dev.roomline.gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Plain rooms and covers for tests. */
final class Wall {
  private static final Instant NIGHT = Instant.parse("2026-11-22T02:14:00Z");

  private Wall() {}

  static Cover cover(long rooms) {
    return cover("listing-renders", Map.of("rendered", rooms));
  }

  static Cover cover(String job, Map<String, Long> counts) {
    return new Cover(
        job,
        3,
        NIGHT,
        null,
        Duration.ofSeconds(9),
        counts,
        1,
        0,
        "results.csv",
        List.of(),
        "0.1.0");
  }

  static Room room(long row) {
    return room(row, "room " + row, "rendered");
  }

  static Room room(long row, String text, String status) {
    var picture = new Picture("pictures/" + row + ".png", "pictures/" + row + ".jpg", 640, 427);
    return new Room(
        row,
        text,
        text,
        status,
        new Recipe(text, text, text, text, text),
        new Purchase("bought", text, 1, text, NIGHT),
        new Remarks(text, text, text, List.of(text)),
        List.of(picture),
        picture);
  }
}
