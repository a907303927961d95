package dev.roomline.job.plan;

import dev.roomline.domain.Saturated;
import dev.roomline.jobfile.JobFile.Limits;
import dev.roomline.ledger.RenderTimes;
import java.time.Duration;
import java.util.List;

/**
 * How long renders take at the limits of an account.
 *
 * @param each what one render takes
 * @param known how many earlier renders that is based on
 */
record TimeEstimate(Limits limits, Duration each, int known) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** From the average time of the endpoint's last renders. */
  static TimeEstimate of(Limits limits, List<Duration> lately) {
    if (lately.isEmpty()) return new TimeEstimate(limits, RenderTimes.UNKNOWN, 0);
    var sum = lately.stream().reduce(Duration.ZERO, Duration::plus);
    return new TimeEstimate(limits, sum.dividedBy(lately.size()), lately.size());
  }

  Quote.Time time(long renders) {
    return new Quote.Time(each, known, lasts(renders));
  }

  private Duration lasts(long renders) {
    if (renders == 0) return Duration.ZERO;
    var bySlots = each.multipliedBy(renders).dividedBy(limits.inFlight());
    if (bySlots.compareTo(each) < 0) bySlots = each;
    if (limits.requestsPerMinute() == 0) return bySlots;
    var waiting = Math.max(0, renders - limits.burst());
    var byPace =
        MINUTE.multipliedBy(waiting).dividedBy(limits.requestsPerMinute()).plus(each);
    return bySlots.compareTo(byPace) > 0 ? bySlots : byPace;
  }

  /** About how many renders are done in that time. */
  long fit(Duration time) {
    var spare = time.minus(each);
    if (spare.isNegative()) return 0;
    if (each.isZero()) return Long.MAX_VALUE;
    var bySlots = Saturated.times(time.dividedBy(each), limits.inFlight());
    if (limits.requestsPerMinute() == 0) return bySlots;
    var pause = MINUTE.dividedBy(limits.requestsPerMinute());
    return Math.min(bySlots, limits.burst() + spare.dividedBy(pause));
  }
}
