package dev.roomline.cli;

import dev.roomline.jobfile.JobFile;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxSettings;

/** Translates the job file's sandbox keys into the sandbox's settings. */
final class SandboxOptions {
  private SandboxOptions() {}

  static SandboxSettings settings(JobFile jobFile) {
    var settings = SandboxSettings.defaults();
    var wishes = jobFile.sandbox();
    var latency = wishes.latency();
    if (latency != null) {
      settings = settings.withLatency(new Latency(latency.median(), latency.p99()));
    }
    if (wishes.processing() != null) {
      settings = settings.withProcessingShare(wishes.processing());
    }
    if (wishes.queue() != null) settings = settings.withQueue(wishes.queue());
    if (wishes.requestsPerMinute() != null) {
      settings = settings.withRequestsPerMinute(wishes.requestsPerMinute());
    }
    if (wishes.credits() != null) {
      settings = settings.withCredits(Math.toIntExact(wishes.credits()));
    }
    var price = jobFile.endpoint().price();
    return price == null ? settings : settings.withPrice(price.amount());
  }
}
