package dev.roomline.gallery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The view model of a room.
 *
 * @param line its place in the results
 */
record RoomView(GalleryRoom room, long line, ZoneId zone) {

  /** @param copied whether it has a button that copies it */
  record Fact(String name, String value, boolean copied) {}

  boolean hasPictures() {
    return !room.pictures().isEmpty();
  }

  String title() {
    return room.title().isBlank() ? "Row " + room.row() : Labels.capital(room.title());
  }

  String label() {
    return Labels.label(title());
  }

  String listing() {
    return room.listing();
  }

  String style() {
    return room.recipe().style();
  }

  String styleName() {
    return Labels.capital(style());
  }

  String status() {
    return room.status();
  }

  String statusName() {
    return Labels.status(status());
  }

  String paidName() {
    return Labels.paid(room.purchase().paid());
  }

  /** Whether the status need not be shown, as it is rendered. */
  boolean well() {
    return status().equals("rendered");
  }

  RoomProblems remarks() {
    return room.remarks();
  }

  /** One value for the filter, which takes it apart at the line breaks. */
  String checkLines() {
    return String.join(
        "\n", room.remarks().checks().stream().map(it -> it.replace('\n', ' ')).toList());
  }

  boolean checked() {
    return !room.remarks().checks().isEmpty();
  }

  String frame() {
    return Frame.of(room.pictures().get(0)).css();
  }

  PictureView after() {
    return picture(0);
  }

  boolean several() {
    return room.pictures().size() > 1;
  }

  List<PictureView> outputs() {
    return IntStream.range(0, room.pictures().size()).mapToObj(this::picture).toList();
  }

  @Nullable
  PictureView before() {
    var photo = room.before();
    return photo == null ? null : new PictureView(photo, 0, label() + ", the photo before");
  }

  private PictureView picture(int at) {
    var style = style().isEmpty() ? "" : ", " + Labels.label(style());
    return new PictureView(room.pictures().get(at), at + 1, label() + style + ", AI-rendered");
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    add(facts, "Prompt", room.recipe().prompt(), true);
    add(facts, "Seed", room.recipe().seed(), true);
    add(facts, "Style", style(), false);
    add(facts, "Variant", room.recipe().variant(), false);
    add(facts, "Model", room.recipe().model(), false);
    add(facts, "Size", size(), false);
    var at = room.purchase().renderedAt();
    add(facts, "Rendered", at == null ? "" : Labels.moment(at, zone), false);
    add(facts, "Payment", paidName(), false);
    add(facts, "Cost", room.purchase().cost(), false);
    add(facts, "Request", room.purchase().requestId(), false);
    var attempts = room.purchase().attempts();
    add(facts, "Attempts", attempts > 0 ? Integer.toString(attempts) : "", false);
    add(facts, "Row", Long.toString(room.row()), false);
    return facts;
  }

  private String size() {
    if (room.pictures().isEmpty() || room.pictures().get(0).width() <= 0) return "";
    var first = room.pictures().get(0);
    return first.width() + " × " + first.height();
  }

  private static void add(List<Fact> facts, String name, String value, boolean copied) {
    if (!value.isBlank()) facts.add(new Fact(name, value, copied));
  }
}
