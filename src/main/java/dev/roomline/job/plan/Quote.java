package dev.roomline.job.plan;

import dev.roomline.domain.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run would buy, and for how much, as long as the endpoint refuses nothing.
 *
 * @param toBuy renders that are wanted and not paid for
 * @param thisTime as many of them as budget and limit have room for
 * @param price of one of them; null where nobody knows
 * @param owned renders that are paid for already
 * @param equal renders that share an earlier one's purchase
 * @param held renders that an earlier run left unsure, failed or refused: not bought again
 * @param toCollect renders that are paid and not delivered yet, wanted today or not
 * @param toUpload photos that would be uploaded first
 */
public record Quote(
    long toBuy,
    long thisTime,
    @Nullable Money price,
    long owned,
    long equal,
    long held,
    long toCollect,
    long toUpload) {

  /** What this run's purchases cost; null where no price is known. */
  public @Nullable Money cost() {
    return price == null ? null : price.times(thisTime);
  }

  /** What all that is to be bought costs, the next runs' part included. */
  public @Nullable Money wholeCost() {
    return price == null ? null : price.times(toBuy);
  }

  /**
   * How long the buying takes.
   *
   * @param each what one render is expected to take
   * @param known how many renders that was learnt from; 0: from none
   * @param inAll of those that are bought this time, at the slots and the pace given
   */
  public record Time(Duration each, int known, Duration inAll) {}
}
