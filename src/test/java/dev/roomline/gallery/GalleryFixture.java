package dev.roomline.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Plain rooms and covers for tests. */
final class GalleryFixture {
  private static final Instant NIGHT = Instant.parse("2026-11-22T02:14:00Z");

  private GalleryFixture() {}

  /** Writes a gallery; the first page. */
  static Path publish(Path folder, RunHeader cover, Iterable<GalleryRoom> rooms)
      throws IOException {
    try (var gallery = new Gallery(folder, ZoneOffset.UTC, cover)) {
      for (var room : rooms) gallery.add(room);
      gallery.finish();
      return gallery.commit();
    }
  }

  static RunHeader cover(long rooms) {
    return cover("listing-renders", Map.of("rendered", rooms));
  }

  static RunHeader cover(String job, Map<String, Long> counts) {
    return new RunHeader(
        job,
        3,
        NIGHT,
        NIGHT.plusSeconds(9),
        Duration.ofSeconds(9),
        counts,
        1,
        0,
        "results.csv",
        List.of(),
        "0.1.0");
  }

  static GalleryRoom room(long row) {
    return room(row, "room " + row, "rendered");
  }

  static GalleryRoom room(long row, String text, String status) {
    var picture =
        new GalleryPicture("pictures/" + row + ".png", "pictures/" + row + ".jpg", 640, 427);
    return new GalleryRoom(
        row,
        text,
        text,
        status,
        new RenderDetails(text, text, text, text, text),
        new PaymentDetails("bought", text, 1, text, NIGHT),
        new RoomProblems(text, text, text, List.of(text)),
        List.of(picture),
        picture);
  }
}
