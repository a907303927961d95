package dev.roomline.job.doctor;

import dev.roomline.jobfile.JobFile;
import dev.roomline.jobfile.JobFile.Limits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Settings of the job file that are valid but may disappoint. */
record JobFileCheck(JobFile jobFile, Clock clock) {
  /** Scripts read it in the JSON, so it stays. */
  static final String SUBJECT = "sheet";

  List<Finding> check() {
    var findings = new ArrayList<Finding>();
    money(findings);
    limits(findings);
    if (!jobFile.pictures().originals()) {
      check(
          findings,
          "keep-originals is off: no \"before\" in the gallery, and no check of shape and sameness",
          "set keep-originals: true");
    }
    var now = clock.instant();
    if (jobFile.window().end(now).filter(end -> !end.isAfter(now)).isPresent()) {
      check(findings, "window.until has passed: nothing would be paid for", "set a later time");
    }
    if (findings.isEmpty()) findings.add(Finding.well(SUBJECT, jobFile.file().toString()));
    return findings;
  }

  private void money(List<Finding> findings) {
    if (jobFile.endpoint().isSandbox()) return;
    var budget = jobFile.spending().budget();
    if (budget.renders().isEmpty() && budget.money() == null) {
      check(findings, "no budget set", "set the most to pay for: budget: { renders: 500 }");
    }
    if (jobFile.endpoint().price() == null) {
      check(
          findings,
          "no price set: costs are unknown, and the wallet cannot be compared with the ledger",
          "set what one render costs: endpoint: { price: 0.02 }");
    }
    if (jobFile.spending().resend()) {
      check(
          findings,
          "unsure: resend pays again for what may have been charged",
          "set unsure: hold, and decide yourself: roomline resolve JOB");
    }
  }

  private void limits(List<Finding> findings) {
    var limits = jobFile.limits();
    var least = Limits.WINDOW_PER_SLOT * limits.inFlight();
    if (limits.window() < least) {
      check(
          findings,
          "limits.window %d is small for %d in flight: one slow render may hold up the others"
              .formatted(limits.window(), limits.inFlight()),
          "leave it out, or set it to at least " + least);
    }
    if (!jobFile.endpoint().isPaid()) return;
    if (limits.inFlight() > AccountFindings.MOST_QUEUED) {
      check(
          findings,
          "limits.in-flight is %d, but known plans queue 5, 10 or 15".formatted(limits.inFlight()),
          "set it to what your plan queues: the provider refuses more");
    }
    if (limits.requestsPerMinute() == 0) {
      check(
          findings,
          "limits.requests-per-minute is unlimited",
          "set a rate that the provider accepts, such as 60");
    }
  }

  private static void check(List<Finding> findings, String text, String remedy) {
    findings.add(Finding.look(SUBJECT, text, remedy));
  }
}
