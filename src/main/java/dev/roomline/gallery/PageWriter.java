package dev.roomline.gallery;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the pages of a gallery one after the other; one page is in memory at a time. */
final class PageWriter {
  static final int ROOMS = 1000;

  /** More pages would fill a disk and are not read; results.csv lists all rooms. */
  static final int PAGES = 100;

  /** What HTML forbids in any spelling. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n]]");

  private final Path folder;
  private final ZoneId zone;
  private final RunHeader cover;
  private final PageAssets look = PageAssets.load();
  private final Template template = compiled();
  private final List<RoomView> cards = new ArrayList<>();
  private long written;
  private long lines;

  PageWriter(Path folder, ZoneId zone, RunHeader cover) {
    this.folder = folder;
    this.zone = zone;
    this.cover = cover;
  }

  void add(GalleryRoom room) throws IOException {
    if (written == PAGES) return;
    if (cards.size() == ROOMS) write(written + 1 < PAGES);
    if (written == PAGES) return;
    cards.add(new RoomView(room, ++lines, zone));
  }

  /** Puts all pages in place, the first one last: what it links to is there. */
  void finish() throws IOException {
    if (written < PAGES) write(false);
    for (var number = written; number >= 1; number--) {
      Files.move(
          fresh(number),
          page(number),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    for (var stale = written + 1; Files.deleteIfExists(page(stale)); stale++) {}
  }

  private void write(boolean more) throws IOException {
    var number = ++written;
    var known = Math.min(PAGES, (cover.lines() + ROOMS - 1) / ROOMS);
    var pages = more ? Math.max(known, number + 1) : number;
    var fresh = fresh(number);
    Files.deleteIfExists(fresh);
    try (var channel =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var out = new BufferedWriter(
          new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
      template.execute(new PageView(cover, zone, List.copyOf(cards), number, pages, look), out);
      out.flush();
      channel.force(true);
    }
    cards.clear();
  }

  private static Template compiled() {
    return Mustache.compiler()
        .withLoader(name -> new StringReader(PageAssets.text(name + ".mustache")))
        .emptyStringIsFalse(true)
        .strictSections(true)
        .nullValue("")
        .withEscaper(text -> Escapers.HTML.escape(CONTROL.matcher(text).replaceAll("\uFFFD")))
        .compile(new StringReader(PageAssets.text("page.mustache")));
  }

  private Path page(long number) {
    return folder.resolve(PageView.file(number));
  }

  private Path fresh(long number) {
    return folder.resolve(PageView.file(number) + ".new");
  }
}
