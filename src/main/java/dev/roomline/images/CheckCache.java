package dev.roomline.images;

import dev.roomline.domain.Picture;
import dev.roomline.images.InspectionResult.Whole;
import dev.roomline.images.PictureChecks.Seen;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Caches what the checks need of the latest pictures: a render is checked right after it was
 * decoded, and a photo again with each of its renders.
 */
final class CheckCache {
  private static final int REMEMBERED = 512;

  private final Map<String, Seen> bySha256 = new LinkedHashMap<>(64, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
      return size() > REMEMBERED;
    }
  };

  Seen put(Whole whole) {
    var seen = Seen.of(whole);
    synchronized (this) {
      bySha256.put(whole.picture().sha256(), seen);
    }
    return seen;
  }

  synchronized @Nullable Seen of(Picture picture) {
    return bySha256.get(picture.sha256());
  }
}
