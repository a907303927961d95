package dev.roomline.domain;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a room as it is now.
 *
 * @param url where the endpoint fetches it; null if it is only a file and must be uploaded first
 * @param identity identifies the photo: the URL without its signature, or {@code
 *     sha256:…} of the bytes for a photo from a folder
 * @param file its local file; null for a photo that is only on the web
 */
public record Photo(
    @Nullable String url, String identity, @Nullable Path file) {

  /** The identity of a photo from a folder, by the SHA-256 of its bytes in hexadecimal. */
  public static String identity(String sha256) {
    return "sha256:" + sha256;
  }
}
