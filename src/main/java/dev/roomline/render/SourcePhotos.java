package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.Picture;
import dev.roomline.images.PictureStore;
import dev.roomline.images.StoreResult.Failed;
import dev.roomline.images.StoreResult.Stored;
import dev.roomline.ledger.PictureRecords;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the photos that renders are made from, each once; a render is kept without it if need be. */
final class SourcePhotos {
  private final PictureRecords pictures;
  private final PictureStore pictureStore;
  private final RenderSettings.Keeping settings;
  private final Set<String> silentHosts = ConcurrentHashMap.newKeySet();

  SourcePhotos(
      PictureRecords pictures, PictureStore pictureStore, RenderSettings.Keeping settings) {
    this.pictures = pictures;
    this.pictureStore = pictureStore;
    this.settings = settings;
  }

  /** Whether this photo is to be kept at all. */
  boolean want(Photo photo) {
    return settings.originals() && (photo.file() != null || settings.fromTheWeb());
  }

  /** The photo in the picture store; null if it cannot be fetched. */
  @Nullable
  Picture keep(Photo photo) {
    var known = pictures.photo(photo.identity());
    if (known.isPresent() && pictureStore.has(known.get())) return known.get();
    var file = photo.file();
    var brought = file == null ? fetched(photo) : copied(file, photo);
    if (brought != null) pictures.keepPhoto(photo.identity(), brought);
    return brought;
  }

  /** Null if the photo was replaced since its row was read: the render was not made from it. */
  private @Nullable Picture copied(Path file, Photo photo) {
    return pictureStore.copy(file) instanceof Stored here
            && photo.identity().equals(Photo.identity(here.picture().sha256()))
        ? here.picture()
        : null;
  }

  private @Nullable Picture fetched(Photo photo) {
    var url = photo.url();
    if (url == null) return null;
    var host = url.split("/", 4)[2]; // scheme, nothing, host
    if (silentHosts.contains(host)) return null;
    var stored = pictureStore.fetch(url);
    if (stored instanceof Failed) silentHosts.add(host); // or each row would wait for it
    return stored instanceof Stored here ? here.picture() : null;
  }
}
