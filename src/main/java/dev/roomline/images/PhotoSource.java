package dev.roomline.images;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Photo;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The source of photos: finds for a row's {@code init_image} an address that the endpoint can fetch,
 * and an identity that changes only if the photo does.
 *
 * <p>An absolute http or https address works everywhere; its identity leaves out what only signs
 * it. Safe for several threads.
 */
public sealed interface PhotoSource permits FolderPhotos, WebPhotos {

  /**
   * Relative names lie in this folder; their identity is the SHA-256 of the bytes.
   *
   * @param servedAt the http(s) address under which the endpoint sees the folder; null if it cannot
   * @throws InvalidInputException if the folder does not exist
   */
  static PhotoSource folder(Path folder, @Nullable URI servedAt) {
    return FolderPhotos.of(folder, servedAt);
  }

  /**
   * Relative names are appended to this address.
   *
   * @throws InvalidInputException if it is no plain http or https address
   */
  static PhotoSource base(URI base) {
    return WebPhotos.of(base);
  }

  /** Only absolute addresses. */
  static PhotoSource none() {
    return new WebPhotos(null, Set.of());
  }

  /** The same photos, where these query parameters too do not make an address another photo. */
  PhotoSource ignoring(Collection<String> parameters);

  /** Looks up a row's photo; never throws, whatever the row contains. */
  Found find(String initImage);

  /** Parameters as they are compared. */
  static Set<String> names(Collection<String> parameters) {
    return parameters.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The result of looking up a photo. */
  sealed interface Found {}

  /** The photo was found. */
  record There(Photo photo) implements Found {}

  /** It was not found; {@code problem} says why and what to do, without naming row or column. */
  record Missing(String problem) implements Found {}
}
