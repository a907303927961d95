package dev.roomline.endpoint;

import dev.roomline.domain.RenderOutcome.Cause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of one upload. Uploads are free. */
public sealed interface UploadOutcome {

  /**
   * The provider has the photo.
   *
   * @param requestId by which it can be deleted; null if the provider named none
   * @param life how long the link lasts; null where no end is known
   */
  record Uploaded(
      String link, @Nullable String requestId, @Nullable Duration life) implements UploadOutcome {}

  /** The provider rejects this photo, and would reject it again. */
  record Refused(String reason) implements UploadOutcome {}

  /** The account is full or too fast; the pause is zero where the provider names none. */
  record Busy(Duration pause) implements UploadOutcome {}

  /** Every other upload would end the same way: the cause is KEY, CREDIT, QUOTA, PLAN or ADDRESS. */
  record Closed(Cause cause, String reason) implements UploadOutcome {}

  /** No link, for a reason that does not concern the photo: it may be tried again. */
  record Failed(String reason) implements UploadOutcome {}

  /** It was not sent, as its file is no longer the photo that was asked for. */
  record Replaced() implements UploadOutcome {}
}
