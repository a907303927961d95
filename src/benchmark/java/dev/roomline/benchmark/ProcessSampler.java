package dev.roomline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Samples a process every 20 ms while it lives; the system keeps nothing after its end. */
final class ProcessSampler {
  private static final long EACH_MILLIS = 20;
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final String PEAK = "VmHWM:";

  private final Process process;
  private final long beganAt;
  private Duration cpu = Duration.ZERO;
  private long peakKib;

  private ProcessSampler(Process process, long beganAt) {
    this.process = process;
    this.beganAt = beganAt;
  }

  /** How a process is started. */
  interface Start {
    Process now() throws IOException;
  }

  /** Starts a process and samples it to its end. */
  static ProcessUsage watch(Start start) throws IOException, InterruptedException {
    var beganAt = System.currentTimeMillis();
    return new ProcessSampler(start.now(), beganAt).toTheEnd();
  }

  static Duration cpu(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private ProcessUsage toTheEnd() throws InterruptedException {
    try {
      do look();
      while (!process.waitFor(EACH_MILLIS, TimeUnit.MILLISECONDS) && inTime());
      var endedAt = System.currentTimeMillis();
      if (process.isAlive()) throw new IllegalStateException("still at work after " + LONGEST);
      return new ProcessUsage(beganAt, endedAt, process.exitValue(), peakKib, cpu);
    } finally {
      process.destroyForcibly();
    }
  }

  private boolean inTime() {
    return System.currentTimeMillis() - beganAt < LONGEST.toMillis();
  }

  private void look() {
    var now = cpu(process);
    if (now.compareTo(cpu) > 0) cpu = now;
    peakKib = Math.max(peakKib, peak());
  }

  private long peak() {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }
}
