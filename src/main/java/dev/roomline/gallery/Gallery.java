package dev.roomline.gallery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code index.html} and the pages after it: a run's pictures beside their photos, to be opened
 * from disk and sent to people. It is written as the rooms come; no more than one page of them is
 * in memory, and no page appears before all are written.
 */
public final class Gallery implements Closeable {
  private static final int ROOMS = 1000;

  /** The most pages: more would fill the disk, and results.csv has all rooms. */
  private static final int PAGES = 100;

  private final ZoneId zone;
  private final RunHeader header;
  private final PageAssets assets = PageAssets.load();
  private final PageWriter pages;
  private final List<RoomView> cards = new ArrayList<>();
  private long lines;

  /** Begins to write into this folder; times are shown in this zone. */
  public Gallery(Path folder, ZoneId zone, RunHeader header) throws IOException {
    this.zone = zone;
    this.header = header;
    this.pages = new PageWriter(folder);
  }

  /** Adds the next of the rooms that the header counts, in order. */
  public void add(GalleryRoom room) throws IOException {
    if (pages.written() == PAGES) return;
    if (cards.size() == ROOMS) write(pages.written() + 1 < PAGES);
    if (pages.written() == PAGES) return;
    cards.add(new RoomView(room, ++lines, zone));
  }

  /** Writes the last page; all pages are on the disk then, under temporary names. */
  public void finish() throws IOException {
    if (pages.written() < PAGES) write(false);
  }

  /**
   * Renames all pages to their final names, and deletes pages of an earlier, larger run.
   *
   * @return the first page
   */
  public Path commit() throws IOException {
    return pages.commit();
  }

  /** Deletes pages that were not committed. */
  @Override
  public void close() throws IOException {
    pages.close();
  }

  private void write(boolean more) throws IOException {
    var number = pages.written() + 1;
    var known = Math.min(PAGES, (header.lines() + ROOMS - 1) / ROOMS);
    var all = more ? Math.max(known, number + 1) : number;
    pages.write(new PageView(header, zone, List.copyOf(cards), number, all, assets));
    cards.clear();
  }
}
