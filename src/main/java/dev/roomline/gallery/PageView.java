package dev.roomline.gallery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** The view model of a page: the run's summary and at most a thousand rooms. */
record PageView(
    RunHeader header,
    ZoneId zone,
    List<RoomView> rooms,
    long number,
    long pages,
    PageAssets assets) {

  record Figure(String count, String status, String name) {

    String link() {
      return Href.of(status);
    }
  }

  /** @param gap whether pages are left out before it */
  record Link(String href, String number, boolean here, boolean gap) {}

  static String file(long number) {
    return number == 1 ? "index.html" : "rooms-" + number + ".html";
  }

  String heading() {
    return Labels.heading(header.job());
  }

  String title() {
    return Labels.label(heading()) + (pages > 1 ? ", page " + number : "");
  }

  List<Figure> figures() {
    return header.byStatus().entrySet().stream()
        .filter(it -> it.getValue() > 0)
        .map(
            it -> new Figure(Labels.number(it.getValue()), it.getKey(), Labels.status(it.getKey())))
        .toList();
  }

  String all() {
    return Labels.number(header.lines());
  }

  boolean single() {
    return header.lines() == 1;
  }

  String when() {
    return Labels.span(header.started(), header.ended(), zone);
  }

  String wall() {
    return Labels.time(header.wall());
  }

  String bought() {
    return Labels.number(header.bought());
  }

  String reused() {
    return header.reused() == 0 ? "" : Labels.number(header.reused());
  }

  String results() {
    return header.results().isEmpty() ? "" : Href.of(header.results());
  }

  List<RoomView> roomsWithPictures() {
    return rooms.stream().filter(RoomView::hasPictures).toList();
  }

  List<RoomView> roomsWithoutPictures() {
    return rooms.stream().filter(it -> !it.hasPictures()).toList();
  }

  boolean anyWithPictures() {
    return rooms.stream().anyMatch(RoomView::hasPictures);
  }

  boolean anyWithoutPictures() {
    return rooms.stream().anyMatch(it -> !it.hasPictures());
  }

  boolean paged() {
    return pages > 1;
  }

  String range() {
    if (rooms.isEmpty()) return "";
    var first = rooms.get(0).line();
    return Labels.number(first) + " to " + Labels.number(first + rooms.size() - 1);
  }

  String previous() {
    return number > 1 ? file(number - 1) : "";
  }

  String next() {
    return number < pages ? file(number + 1) : "";
  }

  /** The first page, the last, and those around this one. */
  List<Link> links() {
    var shown = new TreeSet<>(List.of(1L, pages));
    LongStream.rangeClosed(number - 2, number + 2)
        .filter(it -> it >= 1 && it <= pages)
        .forEach(shown::add);
    var links = new ArrayList<Link>();
    long last = 0;
    for (var page : shown) {
      links.add(new Link(file(page), Labels.number(page), page == number, page > last + 1));
      last = page;
    }
    return links;
  }
}
