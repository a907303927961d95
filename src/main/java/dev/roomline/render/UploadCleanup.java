package dev.roomline.render;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.ledger.Ledger;
import dev.roomline.render.limits.BuyingControl;
import dev.roomline.render.limits.LimitSettings;
import dev.roomline.render.limits.RateLimiter;
import java.time.Duration;
import java.util.Objects;

/** Deletes uploaded photos at the provider once no render needs them, for privacy. */
public final class UploadCleanup {
  private static final int MOST_FAILED = 3;

  private final Ledger ledger;
  private final EndpointClient endpoint;
  private final RateLimiter rateLimiter;
  private final BuyingControl buying;

  /**
   * @param buying ends the deletion early when a person or the system asks to stop
   */
  public UploadCleanup(
      Ledger ledger, EndpointClient endpoint, LimitSettings limits, BuyingControl buying) {
    this.ledger = ledger;
    this.endpoint = endpoint;
    this.rateLimiter =
        new RateLimiter(limits.requestsPerMinute(), limits.inFlight(), System::nanoTime);
    this.buying = buying;
  }

  /** How many photos are deleted, and how many are left to a later run. */
  public record Done(int deleted, int left) {}

  /** Deletes each photo that no open or accepted render needs; stops after some failures in a row. */
  public Done deleteUnused() throws InterruptedException {
    var records = ledger.uploads();
    var uploads = records.toDelete();
    var deleted = 0;
    var failed = 0;
    for (var upload : uploads) {
      // After an interruption the next run still uses these links.
      if (failed == MOST_FAILED || buying.isInterrupted()) break;
      if (!buying.waitToCollect(Duration.ofNanos(rateLimiter.next()))) break;
      if (endpoint.delete(Objects.requireNonNull(upload.requestId()))) {
        records.forget(upload);
        deleted++;
        failed = 0;
      } else {
        failed++;
      }
    }
    return new Done(deleted, uploads.size() - deleted);
  }
}
