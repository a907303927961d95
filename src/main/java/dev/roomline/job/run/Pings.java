package dev.roomline.job.run;

import dev.roomline.failure.Exit;
import dev.roomline.failure.Failures;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.ledger.Run;
import dev.roomline.monitor.Monitor;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the sheet's monitor that a run began and how it ended; the run never fails because of it. */
final class Pings {
  private final JobSheet sheet;
  private final Consumer<String> news;
  private CompletableFuture<Void> start = CompletableFuture.completedFuture(null);

  Pings(JobSheet sheet, Consumer<String> news) {
    this.sheet = sheet;
    this.news = news;
  }

  /** Returns at once: the buying does not wait for a monitor. */
  void begun(Run run) {
    var line = sheet.name() + ": run " + run.number() + " begins";
    var address = sheet.ping().start();
    if (address != null) start = CompletableFuture.runAsync(() -> tell(address, "start", line));
  }

  void ended(RunReport report) {
    var lines = report.byStatus().entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey().text())
        .collect(Collectors.joining(", "));
    ended(report.exit(), "run %d: %s".formatted(report.run(), lines));
  }

  /** It did not even begin, or broke. */
  void broke(Throwable failure) {
    ended(Failures.exit(failure), "no results");
  }

  private void ended(Exit exit, String words) {
    start.join(); // a late start would look like another run
    var well = exit == Exit.DONE;
    var line = "%s: exit %d, %s".formatted(sheet.name(), exit.code(), words);
    tell(
        well ? sheet.ping().success() : sheet.ping().failure(), well ? "success" : "failure", line);
  }

  private void tell(@Nullable URI address, String what, String line) {
    if (address == null) return;
    try {
      new Monitor()
          .tell(address, line)
          .ifPresent(problem ->
              news.accept("ping." + what + ": " + problem + "; the run does not depend on it"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
