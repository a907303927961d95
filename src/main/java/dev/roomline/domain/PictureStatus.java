package dev.roomline.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a paid render's pictures. */
public sealed interface PictureStatus {

  /**
   * All of them are complete in the picture store.
   *
   * @param photo the photo they were made from; null if it is not kept
   * @param photoSought whether the photo was looked for, found or not
   * @param checks the reasons for a person to look at them; empty if there is none
   */
  record Kept(
      List<Picture> pictures, @Nullable Picture photo, boolean photoSought, List<String> checks)
      implements PictureStatus {}

  /** Not all are here yet; a later run fetches them, free. */
  record Missing(String reason) implements PictureStatus {}

  /** They are gone at the provider; new ones have to be paid. */
  record Gone(String reason) implements PictureStatus {}
}
