package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.Sha256;
import java.io.IOException;

/**
 * A photo whose file was replaced after its row was read. The render's key is of the former bytes, so
 * it is not sent; the next run judges the row again.
 */
final class ReplacedPhoto {
  static final NotSent OUTCOME =
      new NotSent(Cause.INTERRUPTED, "its photo was replaced or removed after the row was read");

  private ReplacedPhoto() {}

  /** Whether the task's photo is fetched by the endpoint from a folder, and is another one now. */
  static boolean isServedFor(RenderTask task) {
    var row = task.row();
    if (row == null || task.link() != null) return false;
    return is(row.request().photo());
  }

  /** Whether the file has other bytes than those that identify the photo. It reads the file. */
  static boolean is(Photo photo) {
    var file = photo.file();
    try {
      return file != null && !Photo.identity(Sha256.ofFile(file)).equals(photo.identity());
    } catch (IOException e) {
      return true;
    }
  }
}
