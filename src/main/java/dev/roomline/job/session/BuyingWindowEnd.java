package dev.roomline.job.session;

import dev.roomline.render.Renderer;
import dev.roomline.render.limits.BuyingDeadline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The end of a run's time window. It is fixed when the command starts. */
public record BuyingWindowEnd(Optional<BuyingDeadline> deadline, String reason) {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");

  /** The end for a command that starts now. */
  public static BuyingWindowEnd of(JobRequest request) {
    var clock = request.timing().clock();
    var window = request.jobFile().window();
    var end = window.end(clock.instant());
    var text = end.map(it -> reason(it, window.zone())).orElse("");
    return new BuyingWindowEnd(end.map(it -> new BuyingDeadline(it, clock)), text);
  }

  /**
   * Applies it to this renderer.
   *
   * @param lately how long renders took before this run
   * @return a line for a person; empty if there is no window
   */
  public Optional<String> begin(Renderer renderer, Supplier<List<Duration>> lately) {
    deadline.ifPresent(it -> {
      lately.get().forEach(it::recordDuration);
      renderer.buying().endBy(it);
      // A waiting row would notice only once it is sent.
      CompletableFuture.delayedExecutor(it.left().toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> {
            if (renderer.waiting() > 0) renderer.buying().stopIfTooLate();
          });
    });
    return deadline.map(it -> it.left().isNegative()
        ? "the time window ended at " + reason + ": nothing is paid for in this run"
        : "the time window ends at " + reason + ": what would take longer is not sent");
  }

  /** The end as a person would write it. */
  static String reason(Instant end, ZoneId zone) {
    return WALL.format(end.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
  }
}
