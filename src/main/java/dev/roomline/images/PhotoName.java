package dev.roomline.images;

import dev.roomline.domain.Excerpt;
import dev.roomline.images.PhotoSource.Found;
import dev.roomline.images.PhotoSource.Missing;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Distinguishes addresses from file names, and refuses names that leave the folder. */
final class PhotoName {
  private PhotoName() {}

  /**
   * Finds the photo that a row names.
   *
   * @param ignored query parameters, in lower case, that do not make an address another photo
   * @param named finds a relative name
   */
  static Found find(String initImage, Set<String> ignored, Function<String, Found> named) {
    var name = initImage.strip();
    if (isWebAddress(name)) return PhotoUrl.read(name, ignored);
    var problem = problem(name);
    return problem == null ? named.apply(name) : new Missing(problem);
  }

  static boolean isWebAddress(String text) {
    return startsWith(text, "http:") || startsWith(text, "https:");
  }

  /** Why this text is no relative name, or null if it is one. */
  static @Nullable String problem(String text) {
    if (text.isBlank()) return "no photo given; add the photo's file name or link";
    if (text.contains("://") || startsWith(text, "data:") || startsWith(text, "file:")) {
      return Excerpt.of(text)
          + " is not an http or https address; upload the photo and write its address";
    }
    if (text.startsWith("/") || text.startsWith(":\\", 1) || text.startsWith(":/", 1)) {
      return Excerpt.of(text) + " is an absolute path; write the path inside the photos folder";
    }
    if (text.indexOf('\\') >= 0) return Excerpt.of(text) + " contains a backslash; write / instead";
    for (var part : text.split("/", -1)) {
      if (part.equals("..")) {
        return Excerpt.of(text) + " leads out of the photos folder; write the path inside it";
      }
    }
    return null;
  }

  private static boolean startsWith(String text, String start) {
    return text.toLowerCase(Locale.ROOT).startsWith(start);
  }
}
