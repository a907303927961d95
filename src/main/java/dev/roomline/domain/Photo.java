package dev.roomline.domain;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a room as it is now.
 *
 * @param url where the endpoint fetches it; null while it lies only here and must be uploaded first
 * @param identity what makes it this photo and no other: the URL without its signature, or {@code
 *     sha256:…} of the bytes for a photo from a folder
 * @param file where it lies here; null for one that is only on the web
 */
public record Photo(
    @Nullable String url, String identity, @Nullable Path file) {}
