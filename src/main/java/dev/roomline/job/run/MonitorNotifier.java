package dev.roomline.job.run;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.Run;
import dev.roomline.monitor.Monitor;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the sheet's monitor that a run began and how it ended; the run never fails because of it. */
final class MonitorNotifier {
  private final JobFile jobFile;
  private final Consumer<String> news;
  private CompletableFuture<Void> start = CompletableFuture.completedFuture(null);

  MonitorNotifier(JobFile jobFile, Consumer<String> news) {
    this.jobFile = jobFile;
    this.news = news;
  }

  /** Returns at once: the buying does not wait for a monitor. */
  void started(Run run) {
    var line = jobFile.name() + ": run " + run.number() + " begins";
    var address = jobFile.ping().start();
    if (address != null) start = CompletableFuture.runAsync(() -> notify(address, "start", line));
  }

  void ended(RunReport report) {
    var lines = report.byStatus().entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey().text())
        .collect(Collectors.joining(", "));
    ended(report.exit(), "run %d: %s".formatted(report.run(), lines));
  }

  /** It did not even begin, or broke. */
  void failed(Throwable failure) {
    ended(FailureAnalyzer.exit(failure), "no results");
  }

  private void ended(ExitCode exit, String words) {
    start.join(); // a late start would look like another run
    var well = exit == ExitCode.DONE;
    var line = "%s: exit %d, %s".formatted(jobFile.name(), exit.code(), words);
    notify(
        well ? jobFile.ping().success() : jobFile.ping().failure(),
        well ? "success" : "failure",
        line);
  }

  private void notify(@Nullable URI address, String what, String line) {
    if (address == null) return;
    try {
      new Monitor()
          .notify(address, line)
          .ifPresent(problem ->
              news.accept("ping." + what + ": " + problem + "; the run does not depend on it"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
