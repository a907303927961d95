package dev.roomline.endpoint;

import dev.roomline.domain.RenderOutcome.Cause;
import java.time.Duration;
import java.util.function.Function;
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

  /** Java 17's stand-in for an exhaustive switch. */
  default <T> T match(
      Function<Uploaded, T> uploaded,
      Function<Refused, T> refused,
      Function<Busy, T> busy,
      Function<Closed, T> closed,
      Function<Failed, T> failed) {
    if (this instanceof Uploaded it) return uploaded.apply(it);
    if (this instanceof Refused it) return refused.apply(it);
    if (this instanceof Busy it) return busy.apply(it);
    if (this instanceof Closed it) return closed.apply(it);
    return failed.apply((Failed) this);
  }
}
