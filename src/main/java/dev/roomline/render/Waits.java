package dev.roomline.render;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait before asking again.
 *
 * @param notSent before each further try of a request that never reached the vendor
 * @param again before a failed or unsure render is bought again, and before an equal request is
 *     repeated: the vendor takes quicker repetitions for spam
 * @param busy the first wait where a busy vendor names none; it doubles
 * @param busyMost the longest such wait
 * @param onlyBusy how long nothing but "busy" is borne
 */
public record Waits(
    List<Duration> notSent, Duration again, Duration busy, Duration busyMost, Duration onlyBusy) {

  /** The waits that suit a paid account at a real vendor. */
  public static Waits usual() {
    return new Waits(
        List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30)),
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofSeconds(60),
        Duration.ofMinutes(15));
  }
}
