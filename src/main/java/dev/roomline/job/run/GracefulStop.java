package dev.roomline.job.run;

import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.job.batch.RunBeans;
import dev.roomline.render.Renderer;
import dev.roomline.render.limits.StopReason.Broken;
import dev.roomline.render.limits.StopReason.Interrupted;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends a run before its end: no more is bought at once, nothing is waited for after the grace.
 *
 * @param grace how long calls in flight may take to answer
 */
record GracefulStop(Renderer renderer, Duration grace, Consumer<String> news) {

  /** A person or the system asked for it. */
  void interrupt() {
    renderer.buying().stop(new Interrupted());
    var progress = renderer.progress();
    var pictures = progress.fetching() == 0 ? "" : " and " + progress.fetching() + " pictures";
    news.accept("Finishing %d renders%s (up to %d s); kill -9 is safe too"
        .formatted(progress.inFlight(), pictures, grace.toSeconds()));
    letGoAfterTheGrace();
  }

  /** The job broke; calls in flight may still answer, and what is in the table can be printed. */
  void saveWhatIsThere(Throwable cause, RunBeans runBeans) {
    renderer.buying().stop(new Broken("the run broke"));
    letGoAfterTheGrace();
    try {
      renderer.awaitAll();
    } catch (InterruptedException | RuntimeException e) {
      // The first failure is the one to report.
    }
    try {
      runBeans.publish();
    } catch (RuntimeException e) {
      var words = FailureAnalyzer.message(e);
      if (FailureAnalyzer.ofBooks(e) || words.equals(FailureAnalyzer.message(cause)))
        return; // told anyway
      news.accept("the output is not complete: " + words);
    }
  }

  private void letGoAfterTheGrace() {
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
        .execute(renderer.buying()::abandon);
  }
}
