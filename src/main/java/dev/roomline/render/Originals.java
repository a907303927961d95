package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.Picture;
import dev.roomline.images.Shelf;
import dev.roomline.images.Shelved.Failed;
import dev.roomline.images.Shelved.OnShelf;
import dev.roomline.ledger.PictureBook;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the photos that renders are made from, each once; without one a render is kept all the same. */
final class Originals {
  private final PictureBook book;
  private final Shelf shelf;
  private final RenderSettings.Keeping settings;
  private final Set<String> silentHosts = ConcurrentHashMap.newKeySet();

  Originals(PictureBook book, Shelf shelf, RenderSettings.Keeping settings) {
    this.book = book;
    this.shelf = shelf;
    this.settings = settings;
  }

  /** Whether this photo is to be kept at all. */
  boolean want(Photo photo) {
    return settings.originals() && (photo.file() != null || settings.fromTheWeb());
  }

  /** The photo on the shelf; null if it cannot be had. */
  @Nullable
  Picture keep(Photo photo) {
    var known = book.photo(photo.identity());
    if (known.isPresent() && shelf.has(known.get())) return known.get();
    var file = photo.file();
    var brought = file == null ? fetched(photo) : copied(file, photo);
    if (brought != null) book.keepPhoto(photo.identity(), brought);
    return brought;
  }

  /** A photo that was replaced since its row was read is not what the render was made from. */
  private @Nullable Picture copied(Path file, Photo photo) {
    return shelf.copy(file) instanceof OnShelf here
            && photo.identity().equals("sha256:" + here.picture().sha256())
        ? here.picture()
        : null;
  }

  private @Nullable Picture fetched(Photo photo) {
    var url = photo.url();
    if (url == null) return null;
    var host = url.split("/", 4)[2]; // scheme, nothing, host
    if (silentHosts.contains(host)) return null;
    var shelved = shelf.fetch(url);
    if (shelved instanceof Failed) silentHosts.add(host); // or each row would wait for it
    return shelved instanceof OnShelf here ? here.picture() : null;
  }
}
