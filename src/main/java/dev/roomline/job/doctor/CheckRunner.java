package dev.roomline.job.doctor;

import dev.roomline.domain.DaemonThreads;
import dev.roomline.failure.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs checks at the same time. A check that fails or hangs does not stop the others. */
record CheckRunner(Duration patience) {

  /** A check and its name. */
  record Check(String what, Callable<List<Finding>> look) {}

  /** Runs the checks and returns what they found, in their order. */
  List<Finding> make(List<Check> checks) throws InterruptedException {
    var end = System.nanoTime() + patience.toNanos();
    var begun = checks.stream().map(CheckRunner::begin).toList();
    var findings = new ArrayList<Finding>();
    for (var n = 0; n < checks.size(); n++) {
      findings.addAll(await(checks.get(n).what(), begun.get(n), end));
    }
    return List.copyOf(findings);
  }

  private static FutureTask<List<Finding>> begin(Check check) {
    var task = new FutureTask<>(check.look());
    DaemonThreads.start("check " + check.what(), task);
    return task;
  }

  /** A late check is not interrupted: an interrupt would close the database's file. */
  private List<Finding> await(String what, FutureTask<List<Finding>> task, long end)
      throws InterruptedException {
    try {
      return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return List.of(Finding.stops(
          what,
          ExitCode.ENDPOINT,
          "not known: no answer within " + patience.toSeconds() + " s",
          "try again later: what it asks is slow or cannot be reached"));
    } catch (ExecutionException e) {
      return List.of(Finding.of(what, e.getCause() == null ? e : e.getCause()));
    }
  }
}
