package dev.roomline.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a paid render's pictures. */
public sealed interface PictureStatus {

  /**
   * All of them are on the shelf, whole.
   *
   * @param photo what they were made from; null where it is not kept
   * @param photoSought whether the photo was looked for, found or not
   * @param checks why a person should look at them; empty if all is well
   */
  record Kept(
      List<Picture> pictures, @Nullable Picture photo, boolean photoSought, List<String> checks)
      implements PictureStatus {}

  /** Not all are here yet; a later run fetches them, free. */
  record Missing(String reason) implements PictureStatus {}

  /** They are gone at the provider; only a new purchase brings others. */
  record Gone(String reason) implements PictureStatus {}
}
