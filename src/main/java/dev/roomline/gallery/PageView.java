package dev.roomline.gallery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** A page as the template names it: the run's summary and at most a thousand rooms. */
record PageView(
    RunHeader cover, ZoneId zone, List<RoomView> cards, long number, long pages, PageAssets look) {

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
    return Labels.heading(cover.job());
  }

  String title() {
    return Labels.label(heading()) + (pages > 1 ? ", page " + number : "");
  }

  List<Figure> figures() {
    return cover.byStatus().entrySet().stream()
        .filter(it -> it.getValue() > 0)
        .map(
            it -> new Figure(Labels.number(it.getValue()), it.getKey(), Labels.status(it.getKey())))
        .toList();
  }

  String all() {
    return Labels.number(cover.lines());
  }

  boolean single() {
    return cover.lines() == 1;
  }

  String when() {
    return Labels.span(cover.started(), cover.ended(), zone);
  }

  String wall() {
    return Labels.time(cover.wall());
  }

  String bought() {
    return Labels.number(cover.bought());
  }

  String reused() {
    return cover.reused() == 0 ? "" : Labels.number(cover.reused());
  }

  String results() {
    return cover.results().isEmpty() ? "" : Href.of(cover.results());
  }

  List<RoomView> hung() {
    return cards.stream().filter(RoomView::pictured).toList();
  }

  List<RoomView> troubled() {
    return cards.stream().filter(it -> !it.pictured()).toList();
  }

  boolean anyHung() {
    return cards.stream().anyMatch(RoomView::pictured);
  }

  boolean anyTroubled() {
    return cards.stream().anyMatch(it -> !it.pictured());
  }

  boolean paged() {
    return pages > 1;
  }

  String range() {
    if (cards.isEmpty()) return "";
    var first = cards.get(0).line();
    return Labels.number(first) + " to " + Labels.number(first + cards.size() - 1);
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
