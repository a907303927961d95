package dev.roomline.gallery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Galleries to look at: the one of a small listing job, and a large one. */
public final class GalleryDemo {
  private static final Instant NIGHT = Instant.parse("2026-11-22T02:14:00Z");
  private static final List<String> PHOTOS = List.of(
      "living-room",
      "bedroom",
      "kitchen",
      "dining-room",
      "bathroom",
      "home-office",
      "nursery",
      "attic",
      "hallway",
      "loft",
      "empty-room");
  private static final List<String> STYLES =
      List.of("scandinavian", "coastal", "farmhouse", "japandi", "mid-century", "art deco");

  private GalleryDemo() {}

  /** Writes a gallery of 12 and one of 1,000 rooms into the given folder. */
  public static void main(String[] args) throws Exception {
    var folder = Path.of(args.length > 0 ? args[0] : "target/galleries");
    System.out.println(twelve(folder.resolve("twelve")));
    System.out.println(thousand(folder.resolve("thousand")));
  }

  /** 12 lines: ten pictures, one of them to review and one with variants, and two failures. */
  static Path twelve(Path folder) throws Exception {
    var rooms = new ArrayList<GalleryRoom>();
    try (var pictures = new DemoPictures(folder)) {
      for (int at = 0; at < 10; at++) rooms.add(rendered(pictures, at, STYLES.get(at * 5 % 6)));
      var first = rooms.get(3);
      var more = pictures.after(name(3), "bohemian", "HL-1041-dining-room--b");
      rooms.set(
          3, with(first, "rendered", List.of(first.pictures().get(0), more), RoomProblems.none()));
      var review = new RoomProblems(
          "check",
          "",
          "Look at it, then accept or reject it: roomline review accept listing-renders 8.",
          List.of("another aspect than its photo"));
      rooms.set(6, with(rooms.get(6), "review", rooms.get(6).pictures(), review));
      var loft = pictures.before("empty-room", "HL-1044-empty-room");
      rooms.add(
          trouble(
              12,
              "conservatory",
              "refused",
              "no",
              null,
              "the photo cannot be fetched: 404 at photos.example/conservatory.jpg",
              "Correct init_image in row 12 and run the same command again; it has not been paid for."));
      rooms.add(trouble(
          13,
          "empty room",
          "unsure",
          "perhaps",
          loft,
          "the connection broke after the request was sent",
          "Look in the provider's account; --set unsure=resend buys it once more."));
    }
    return publish(folder, rooms, List.of());
  }

  /** 1,000 lines, each with picture files of its own; every fiftieth failed. */
  static Path thousand(Path folder) throws Exception {
    var rooms = new ArrayList<GalleryRoom>();
    try (var pictures = new DemoPictures(folder)) {
      for (int at = 0; at < 1000; at++) {
        var room = rendered(pictures, at % 33, STYLES.get(at / 11 % 3));
        if (at % 50 == 49) {
          rooms.add(trouble(
              at + 2,
              room.title(),
              "failed",
              "perhaps",
              room.before(),
              "Failed, Try Again",
              "Change the prompt and run again."));
          continue;
        }
        var name = "copy-" + at;
        var photo = pictures.again(first(room), name + "--before");
        var render = pictures.again(room.pictures().get(0), name);
        rooms.add(new GalleryRoom(
            at + 2,
            "HL-" + (1041 + at / 5),
            room.title(),
            "rendered",
            room.recipe(),
            room.purchase(),
            room.remarks(),
            List.of(render),
            photo));
      }
    }
    return publish(folder, rooms, List.of());
  }

  static Path publish(Path folder, List<GalleryRoom> rooms, List<String> words) throws Exception {
    var counts = new LinkedHashMap<String, Long>();
    for (var status : List.of("rendered", "review", "rendering", "refused", "failed", "unsure")) {
      counts.put(status, rooms.stream().filter(it -> it.status().equals(status)).count());
    }
    return GalleryFixture.publish(folder, cover(counts, words), rooms);
  }

  static RunHeader cover(Map<String, Long> counts, List<String> words) {
    var wall = Duration.ofMinutes(17);
    var bought = counts.getOrDefault("rendered", 0L);
    return new RunHeader(
        "listing-renders",
        3,
        NIGHT,
        NIGHT.plus(wall),
        wall,
        counts,
        bought,
        0,
        "results.csv",
        words,
        "0.1.0");
  }

  private static GalleryRoom rendered(DemoPictures pictures, int at, String style)
      throws Exception {
    var photo = name(at);
    var listing = "HL-" + (1041 + at / 4);
    var file = listing + "-" + photo + "-" + style.replace(' ', '-');
    var prompt = Labels.capital(style) + " " + photo.replace('-', ' ')
        + ", pale oak floor, light grey fabrics, wool rug, bright daylight,"
        + " professional real-estate photo";
    return new GalleryRoom(
        at + 2,
        listing,
        photo.replace('-', ' '),
        "rendered",
        new RenderDetails(
            prompt, style, "", Long.toString(3969949281L - 7919L * at), "realistic-vision-v13"),
        new PaymentDetails(
            "bought", Integer.toString(14000001 + at), 1, "", NIGHT.plusSeconds(9L * at)),
        RoomProblems.none(),
        List.of(pictures.after(photo, style, file)),
        pictures.before(photo, file));
  }

  private static GalleryRoom with(
      GalleryRoom room, String status, List<GalleryPicture> pictures, RoomProblems remarks) {
    return new GalleryRoom(
        room.row(),
        room.listing(),
        room.title(),
        status,
        room.recipe(),
        room.purchase(),
        remarks,
        pictures,
        room.before());
  }

  private static GalleryRoom trouble(
      long row,
      String title,
      String status,
      String paid,
      @Nullable GalleryPicture before,
      String error,
      String advice) {
    return new GalleryRoom(
        row,
        "HL-1044",
        title,
        status,
        new RenderDetails("Coastal " + title + ", calm morning light", "coastal", "", "", ""),
        new PaymentDetails(paid, "", 1, "", null),
        new RoomProblems("photo", error, advice, List.of()),
        List.of(),
        before);
  }

  private static GalleryPicture first(GalleryRoom room) {
    return java.util.Objects.requireNonNull(room.before());
  }

  private static String name(int at) {
    return PHOTOS.get(at % PHOTOS.size());
  }
}
