package dev.roomline.job.plan;

import dev.roomline.domain.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run would pay for, and how much, if the endpoint refuses nothing.
 *
 * @param toBuy renders that are asked for and not paid
 * @param thisTime as many of them as budget and limit allow
 * @param price of one of them; null if unknown
 * @param owned renders that are paid for already
 * @param equal renders that are the same as an earlier one, which is paid for once
 * @param held renders that an earlier run left unsure, failed or refused: not sent again
 * @param toCollect renders that are paid and not delivered yet, asked for today or not
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

  /** What this run costs; null if the price is unknown. */
  public @Nullable Money cost() {
    return price == null ? null : price.times(thisTime);
  }

  /** What all renders to pay for cost, those of later runs included. */
  public @Nullable Money wholeCost() {
    return price == null ? null : price.times(toBuy);
  }

  /**
   * How long the renders take.
   *
   * @param each what one render is expected to take
   * @param known how many earlier renders that is based on
   * @param inAll the time for all of this run, at the limits given
   */
  public record Time(Duration each, int known, Duration inAll) {}
}
