package dev.roomline.images;

import dev.roomline.domain.Excerpt;
import dev.roomline.images.PhotoSource.Found;
import dev.roomline.images.PhotoSource.Missing;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells addresses from names, and names from tricks. */
final class PhotoName {
  private PhotoName() {}

  /**
   * Finds what a row calls its photo.
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
    if (text.isBlank()) return "no photo is named; write its name or address";
    if (text.contains("://") || startsWith(text, "data:") || startsWith(text, "file:")) {
      return Excerpt.of(text)
          + " is not an http or https address; upload the photo and write its address";
    }
    if (text.startsWith("/") || text.startsWith(":\\", 1) || text.startsWith(":/", 1)) {
      return Excerpt.of(text) + " is a path of one machine; write the name as it is inside photos:";
    }
    if (text.indexOf('\\') >= 0) return Excerpt.of(text) + " holds a backslash; write / instead";
    for (var part : text.split("/", -1)) {
      if (part.equals("..")) {
        return Excerpt.of(text) + " leads out of photos:; write the name as it is inside photos:";
      }
    }
    return null;
  }

  private static boolean startsWith(String text, String start) {
    return text.toLowerCase(Locale.ROOT).startsWith(start);
  }
}
