package dev.roomline.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * {@code index.html} and the pages after it: a run's pictures beside their photos, to be opened
 * from disk and sent to people.
 */
public final class Gallery {
  private final Path folder;
  private final ZoneId zone;

  /** Hangs in this folder, and tells the time of this zone. */
  public Gallery(Path folder, ZoneId zone) {
    this.folder = folder;
    this.zone = zone;
  }

  /**
   * Replaces the pages; each is whole at any moment.
   *
   * @param rooms hands over all rooms of the cover's counts, in order; they are not kept
   * @return the first page
   */
  public Path publish(RunHeader cover, Consumer<Consumer<GalleryRoom>> rooms) throws IOException {
    Files.createDirectories(folder);
    var pages = new PageWriter(folder, zone, cover);
    try {
      rooms.accept(room -> add(pages, room));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    pages.finish();
    return folder.resolve(PageView.file(1));
  }

  private static void add(PageWriter pages, GalleryRoom room) {
    try {
      pages.add(room);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
