package dev.roomline.ledger;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The end of a claim on its way into the books.
 *
 * @param at when it ended, as the books will have it
 */
public record PendingSettlement(Instant at, CompletableFuture<?> durable) {

  /** Waits until the books have it; throws what kept them from it. */
  public Instant written() {
    var unused = GroupCommit.written(durable);
    return at;
  }
}
