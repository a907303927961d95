package dev.roomline.ledger;

import dev.roomline.domain.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the account's wallet held at a moment.
 *
 * @param currency as the provider names it; may be empty
 * @param change the difference to the reading before; null if there is none to compare with
 */
public record WalletReading(
    Instant at, Money balance, String currency, @Nullable Change change) {

  /**
   * Two readings, and the purchases between them.
   *
   * @param gone what the wallet lost; negative if it gained
   * @param known what the ledger says is paid
   * @param perhaps what may have been paid, by the ledger
   * @param unexplained what is gone beyond that; negative if too little is gone; null if it agrees, or
   *     if a price is not known
   */
  public record Change(
      Instant since,
      Money gone,
      Money known,
      Money perhaps,
      @Nullable Money unexplained) {}
}
