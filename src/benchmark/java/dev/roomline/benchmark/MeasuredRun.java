package dev.roomline.benchmark;

import java.time.Duration;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/**
 * One measured run.
 *
 * @param report what the sandbox saw of it
 * @param sandboxCpu what the sandbox used meanwhile
 */
record MeasuredRun(
    ProcessUsage processUsage, JsonNode report, Duration sandboxCpu, int rows, int rendered) {

  /** From the first create's arrival to the end of the process. */
  double seconds() {
    return (processUsage.endedAt() - count("first_create_at")) / 1e3;
  }

  /** From the start of the process to the first create's arrival. */
  double toTheFirstCreate() {
    return (count("first_create_at") - processUsage.beganAt()) / 1e3;
  }

  double rowsPerSecond() {
    return rows / seconds();
  }

  double cpuPerThousand() {
    return processUsage.cpuSeconds() * 1_000 / rows;
  }

  /** Of all the CPU seconds that this run took. */
  double sandboxShare() {
    var sandbox = sandboxCpu.toMillis() / 1e3;
    return sandbox / (sandbox + processUsage.cpuSeconds());
  }

  /** Cores kept busy by both together, on average. */
  double coresBusy() {
    return (sandboxCpu.toMillis() / 1e3 + processUsage.cpuSeconds()) / processUsage.seconds();
  }

  /** From the first arrival to the last. */
  double spanOfSends() {
    return (count("last_create_at") - count("first_create_at")) / 1e3;
  }

  double refused() {
    return count("refused_busy");
  }

  double mostPerSecond() {
    return count("most_per_second");
  }

  double pollsPerRender() {
    return count("fetches") / Math.max(1.0, count("billed"));
  }

  /** {@link #seconds()} against those of a perfect client. */
  double ratioToIdeal(int places) {
    return seconds() / idealSeconds(places);
  }

  double idealSeconds(int places) {
    var inOrder = report
        .path("by_render")
        .valueStream()
        .sorted(Comparator.comparingLong(render -> render.path("came_at").asLong()))
        .mapToLong(render -> render.path("millis").asLong());
    return IdealMakespan.millis(inOrder.toArray(), places) / 1e3;
  }

  long count(String name) {
    return report.path(name).asLong();
  }
}
