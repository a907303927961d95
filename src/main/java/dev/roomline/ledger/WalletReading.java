package dev.roomline.ledger;

import dev.roomline.domain.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the account's wallet held at a moment.
 *
 * @param currency as the provider names it; perhaps empty
 * @param change what became of it since the reading before; null if there is none to compare with
 */
public record WalletReading(
    Instant at, Money balance, String currency, @Nullable Change change) {

  /**
   * Two readings, and the books between them.
   *
   * @param gone what the wallet lost; less than nothing if it gained
   * @param known what the books say is paid
   * @param perhaps what they say may be
   * @param unexplained what is gone beyond that; less than nothing if too little is; null if it
   *     agrees, or if a price is not known
   */
  public record Change(
      Instant since,
      Money gone,
      Money known,
      Money perhaps,
      @Nullable Money unexplained) {}
}
