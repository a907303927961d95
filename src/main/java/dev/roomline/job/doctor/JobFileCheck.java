package dev.roomline.job.doctor;

import dev.roomline.jobfile.JobFile;
import dev.roomline.jobfile.JobFile.Limits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What is legal in a sheet and may disappoint all the same. */
record JobFileCheck(JobFile jobFile, Clock clock) {
  List<Finding> check() {
    var findings = new ArrayList<Finding>();
    money(findings);
    limits(findings);
    if (!jobFile.pictures().originals()) {
      check(
          findings,
          "keep-originals is off: no \"before\" in the gallery, and shape and sameness go unchecked",
          "keep-originals: true");
    }
    var now = clock.instant();
    if (jobFile.window().end(now).filter(end -> !end.isAfter(now)).isPresent()) {
      check(findings, "window.until is over: nothing would be bought", "name a later time");
    }
    if (findings.isEmpty()) findings.add(Finding.well("sheet", jobFile.file().toString()));
    return findings;
  }

  private void money(List<Finding> findings) {
    if (jobFile.endpoint().isSandbox()) return;
    var budget = jobFile.spending().budget();
    if (budget.renders().isEmpty() && budget.money() == null) {
      check(findings, "no budget", "write the most that may be bought: budget: { renders: 500 }");
    }
    if (jobFile.endpoint().price() == null) {
      check(
          findings,
          "endpoint.price is unknown: no costs are told, and the wallet cannot be compared",
          "write what one render costs: endpoint: { price: 0.02 }");
    }
    if (jobFile.spending().resend()) {
      check(
          findings,
          "unsure: resend buys again what may have been paid",
          "unsure: hold, and decide with roomline resolve JOB");
    }
  }

  private void limits(List<Finding> findings) {
    var limits = jobFile.limits();
    var least = Limits.WINDOW_PER_SLOT * limits.inFlight();
    if (limits.window() < least) {
      check(
          findings,
          "limits.window %d is small for %d in flight: one slow render may hold the others up"
              .formatted(limits.window(), limits.inFlight()),
          "leave it out, or write at least " + least);
    }
    if (!jobFile.endpoint().isPaid()) return;
    if (limits.inFlight() > AccountFindings.MOST_QUEUED) {
      check(
          findings,
          "limits.in-flight is %d, and known plans queue 5, 10 or 15".formatted(limits.inFlight()),
          "write what your plan queues: what is beyond it is only refused");
    }
    if (limits.requestsPerMinute() == 0) {
      check(
          findings,
          "limits.requests-per-minute is unlimited",
          "write a pace the provider bears, such as 60");
    }
  }

  private static void check(List<Finding> findings, String words, String remedy) {
    findings.add(Finding.look("sheet", words, remedy));
  }
}
