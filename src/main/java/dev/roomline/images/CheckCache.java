package dev.roomline.images;

import dev.roomline.domain.Picture;
import dev.roomline.images.InspectionResult.Whole;
import dev.roomline.images.PictureChecks.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Caches what the checks need of the latest pictures: a render is checked right after it was
 * decoded, and a photo again with each of its renders.
 */
final class CheckCache {
  private static final int REMEMBERED = 512;

  private final LruCache<String, Seen> bySha256 = new LruCache<>(REMEMBERED);

  Seen put(Whole whole) {
    var seen = Seen.of(whole);
    bySha256.put(whole.picture().sha256(), seen);
    return seen;
  }

  @Nullable
  Seen of(Picture picture) {
    return bySha256.get(picture.sha256());
  }
}
