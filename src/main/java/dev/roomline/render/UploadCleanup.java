package dev.roomline.render;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.ledger.Ledger;
import dev.roomline.render.limits.BuyingControl;
import dev.roomline.render.limits.LimitSettings;
import dev.roomline.render.limits.RateLimiter;
import java.time.Duration;
import java.util.Objects;

/** Takes uploaded photos away from the provider again, for people whose rooms are nobody's business. */
public final class UploadCleanup {
  private static final int MOST_FAILED = 3;

  private final Ledger ledger;
  private final EndpointClient endpoint;
  private final RateLimiter rateLimiter;
  private final BuyingControl buying;

  /**
   * @param buying ends it early, when a person or the system asks to stop
   */
  public UploadCleanup(
      Ledger ledger, EndpointClient endpoint, LimitSettings limits, BuyingControl buying) {
    this.ledger = ledger;
    this.endpoint = endpoint;
    this.rateLimiter =
        new RateLimiter(limits.requestsPerMinute(), limits.inFlight(), System::nanoTime);
    this.buying = buying;
  }

  /** How many are gone, and how many a later run has to see to. */
  public record Done(int deleted, int left) {}

  /** Deletes each photo that no accepted render still needs, until the provider will not any more. */
  public Done withdraw() throws InterruptedException {
    var book = ledger.uploads();
    var uploads = book.toDelete();
    var deleted = 0;
    var failed = 0;
    for (var upload : uploads) {
      // Of an interrupted run, their links serve the run that goes on from here.
      if (failed == MOST_FAILED || buying.isInterrupted()) break;
      if (!buying.waitToCollect(Duration.ofNanos(rateLimiter.next()))) break;
      if (endpoint.delete(Objects.requireNonNull(upload.requestId()))) {
        book.forget(upload);
        deleted++;
        failed = 0;
      } else {
        failed++;
      }
    }
    return new Done(deleted, uploads.size() - deleted);
  }
}
