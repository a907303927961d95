package dev.roomline.jobfile;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Until when a job may pay for renders: a wall-clock time, a length, the earlier of both, or no end. */
public final class BuyingWindow {
  private final @Nullable WallClockTime until;
  private final @Nullable Duration longest;
  private final ZoneId zone;

  BuyingWindow(@Nullable WallClockTime until, @Nullable Duration longest, ZoneId zone) {
    this.until = until;
    this.longest = longest;
    this.zone = zone;
  }

  /** When a run that starts then must stop paying for renders; empty if there is no end. */
  public Optional<Instant> end(Instant start) {
    return Stream.of(
            Optional.ofNullable(until).map(it -> it.after(start, zone)),
            Optional.ofNullable(longest).map(start::plus))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** The time zone of its wall-clock time. */
  public ZoneId zone() {
    return zone;
  }
}
