package dev.roomline.job.run;

import dev.roomline.render.Renderer;
import dev.roomline.render.limits.StopReason.Interrupted;
import java.time.Duration;
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
    renderer.buying().abandonAfter(grace);
  }
}
