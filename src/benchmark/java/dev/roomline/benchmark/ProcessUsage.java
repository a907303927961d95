package dev.roomline.benchmark;

import java.time.Duration;

/**
 * What a process took.
 *
 * @param beganAt epoch milliseconds just before it was started
 * @param endedAt epoch milliseconds when it was gone
 * @param peakKib the most memory it held, or 0 if the system does not report it
 * @param cpu of all its threads, its start included
 */
record ProcessUsage(long beganAt, long endedAt, int exit, long peakKib, Duration cpu) {

  double seconds() {
    return (endedAt - beganAt) / 1e3;
  }

  double cpuSeconds() {
    return cpu.toMillis() / 1e3;
  }

  double peakMib() {
    return peakKib / 1024.0;
  }
}
