package dev.roomline.ledger;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The end of a claim that is not durable yet.
 *
 * @param at when it ended, as the ledger will have it
 * @param durable completes when it is in the ledger
 */
public record PendingSettlement(Instant at, CompletableFuture<?> durable) {

  /** Waits until it is in the ledger; throws the exception if writing failed. */
  public Instant written() {
    var unused = GroupCommit.written(durable);
    return at;
  }
}
