package dev.roomline.images;

import dev.roomline.domain.Excerpt;
import dev.roomline.domain.InvalidInputException;
import dev.roomline.download.PercentEncoding;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Photos on the web.
 *
 * @param base the address that relative names are appended to, ends in a slash; null if there is none
 * @param ignored query parameters that do not make an address another photo
 */
record WebPhotos(@Nullable String base, Set<String> ignored) implements PhotoSource {

  static WebPhotos of(URI base) {
    var text = base.toString();
    if (!PhotoName.isWebAddress(text)
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new InvalidInputException("photos: " + Excerpt.of(text)
          + " is not a base for photos; write an http or https address without ? and #");
    }
    if (PhotoUrl.read(text, Set.of()) instanceof Missing missing) {
      throw new InvalidInputException("photos: " + missing.problem());
    }
    return new WebPhotos(text.endsWith("/") ? text : text + "/", Set.of());
  }

  @Override
  public PhotoSource ignoring(Collection<String> parameters) {
    return new WebPhotos(base, PhotoSource.names(parameters));
  }

  @Override
  public Found find(String initImage) {
    return PhotoName.find(initImage, ignored, this::named);
  }

  private Found named(String name) {
    if (base == null) {
      return new Missing(Excerpt.of(name)
          + " is not an http or https address; write one, or set photos: to the photo's folder");
    }
    return PhotoUrl.read(base + PercentEncoding.illegal(name), ignored);
  }
}
