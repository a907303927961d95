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

/** The end of a run's time window, fixed when its command was given. */
public record BuyingWindowEnd(Optional<BuyingDeadline> deadline, String reason) {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");

  public static BuyingWindowEnd of(JobRequest request) {
    var clock = request.timing().clock();
    var window = request.jobFile().window();
    var end = window.end(clock.instant());
    var words = end.map(it -> reason(it, window.zone())).orElse("");
    return new BuyingWindowEnd(end.map(it -> new BuyingDeadline(it, clock)), words);
  }

  /**
   * Lets it hold for this renderer; says so.
   *
   * @param lately how long renders took before this run
   */
  public Optional<String> begin(Renderer renderer, Supplier<List<Duration>> lately) {
    deadline.ifPresent(it -> {
      lately.get().forEach(it::recordDuration);
      renderer.buying().endBy(it);
      // A row that waits for its turn would notice only when it comes.
      CompletableFuture.delayedExecutor(it.left().toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> {
            if (renderer.waiting() > 0) renderer.buying().stopIfTooLate();
          });
    });
    return deadline.map(it -> it.left().isNegative()
        ? "the time window ended at " + reason + ": nothing is bought"
        : "buying ends in time for " + reason);
  }

  /** The end as a person writes it. */
  static String reason(Instant end, ZoneId zone) {
    return WALL.format(end.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
  }
}
