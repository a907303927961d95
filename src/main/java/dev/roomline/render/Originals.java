package dev.roomline.render;

import dev.roomline.images.Shelf;
import dev.roomline.images.Shelved.OnShelf;
import dev.roomline.ledger.PictureBook;
import dev.roomline.room.Photo;
import dev.roomline.room.Picture;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the photos that renders are made from, each once; without one a render is kept all the same. */
final class Originals {
  private final PictureBook book;
  private final Shelf shelf;
  private final RenderSettings.Keeping settings;
  private final Set<String> outOfReach = ConcurrentHashMap.newKeySet();

  Originals(PictureBook book, Shelf shelf, RenderSettings.Keeping settings) {
    this.book = book;
    this.shelf = shelf;
    this.settings = settings;
  }

  /** The photo on the shelf; null if it is not to be kept, or cannot be. */
  @Nullable
  Picture keep(Photo photo) {
    if (!settings.originals() || outOfReach.contains(photo.identity())) return null;
    var known = book.photo(photo.identity());
    if (known.isPresent() && shelf.has(known.get())) return known.get();
    var brought = bring(photo);
    if (brought == null) outOfReach.add(photo.identity());
    else book.keepPhoto(photo.identity(), brought);
    return brought;
  }

  private @Nullable Picture bring(Photo photo) {
    var file = photo.file();
    if (file != null) {
      // A photo that was replaced since its row was read is not what the render was made from.
      return shelf.copy(file) instanceof OnShelf here
              && photo.identity().equals("sha256:" + here.picture().sha256())
          ? here.picture()
          : null;
    }
    var url = photo.url();
    if (url == null || !settings.fromTheWeb()) return null;
    return shelf.fetch(url) instanceof OnShelf here ? here.picture() : null;
  }
}
