package dev.roomline.render.limits;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait before asking again.
 *
 * @param notSent before each further try of a request that never reached the provider
 * @param again before a failed or unsure render is bought again, and before an equal request is
 *     repeated: the provider takes quicker repetitions for spam
 * @param busy the first wait if a busy provider names none; it doubles each time
 * @param busyMost the longest such wait
 * @param onlyBusy how long nothing but "busy" is tolerated
 * @param picture before a picture that is not there yet is looked for again
 */
public record RetryDelays(
    List<Duration> notSent,
    Duration again,
    Duration busy,
    Duration busyMost,
    Duration onlyBusy,
    Duration picture) {

  /** The waits that suit a paid account at a real provider. */
  public static RetryDelays usual() {
    return new RetryDelays(
        List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30)),
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofSeconds(60),
        Duration.ofMinutes(15),
        Duration.ofSeconds(5));
  }

  /** The wait before a request that could not be sent is tried again; empty after the last. */
  public Optional<Duration> unsent(int times) {
    return times <= notSent.size() ? Optional.of(notSent.get(times - 1)) : Optional.empty();
  }

  /** The wait before a request that the provider took for a repetition; empty once they took too long. */
  public Optional<Duration> repeated(int times) {
    return again.multipliedBy(times).compareTo(onlyBusy) < 0
        ? Optional.of(again)
        : Optional.empty();
  }
}
