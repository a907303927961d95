package dev.roomline.job.run;

import dev.roomline.domain.Quantity;
import dev.roomline.render.Renderer;
import dev.roomline.render.limits.StopReason.Interrupted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;

/**
 * Stops a run early. It sends no new render and waits for the calls in flight, but no longer than
 * the grace.
 *
 * @param grace how long calls in flight may take to answer
 */
record GracefulStop(Renderer renderer, Duration grace, Consumer<String> news) {

  /** Stops the run because a person or the system asked for it. */
  void interrupt() {
    renderer.buying().stop(new Interrupted());
    news.accept("Stopping" + awaited() + ". Ctrl-C again stops at once.");
    renderer.buying().abandonAfter(grace);
  }

  private String awaited() {
    var progress = renderer.progress();
    var parts = new ArrayList<String>();
    if (progress.inFlight() > 0) parts.add(Quantity.of(progress.inFlight(), "render"));
    if (progress.fetching() > 0) parts.add(Quantity.of(progress.fetching(), "picture"));
    return parts.isEmpty()
        ? ""
        : ": waiting up to %d s for %s".formatted(grace.toSeconds(), String.join(" and ", parts));
  }
}
