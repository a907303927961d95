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

/** Tells the job file's monitor how a run goes. A monitor that fails never fails the run. */
final class MonitorNotifier {
  private final JobFile jobFile;
  private final Consumer<String> news;
  private CompletableFuture<Void> start = CompletableFuture.completedFuture(null);

  MonitorNotifier(JobFile jobFile, Consumer<String> news) {
    this.jobFile = jobFile;
    this.news = news;
  }

  /** Returns at once, so that no render waits for a monitor. */
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

  /** Tells that the run could not start, or failed. */
  void failed(Throwable failure) {
    ended(FailureAnalyzer.exit(failure), "no results");
  }

  private void ended(ExitCode exit, String results) {
    start.join(); // a late start would look like another run
    var well = exit == ExitCode.DONE;
    var line = "%s: exit %d, %s".formatted(jobFile.name(), exit.code(), results);
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
              news.accept("ping." + what + ": " + problem + "; the run is not affected"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
