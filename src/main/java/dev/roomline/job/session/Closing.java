package dev.roomline.job.session;

import dev.roomline.render.Renderer;
import dev.roomline.render.limits.Deadline;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The end of a run's time window, fixed when its command was given. */
public record Closing(Optional<Deadline> deadline, String words) {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");

  public static Closing of(RunCommand command) {
    var clock = command.pulse().clock();
    var window = command.sheet().window();
    var end = window.end(clock.instant());
    var words = end.map(it -> words(it.atZone(window.zone()))).orElse("");
    return new Closing(end.map(it -> new Deadline(it, clock, words)), words);
  }

  /**
   * Lets it hold for this renderer; says so.
   *
   * @param lately how long renders took before this run
   */
  public Optional<String> begin(Renderer renderer, Supplier<List<Duration>> lately) {
    deadline.ifPresent(it -> {
      lately.get().forEach(it::took);
      renderer.buying().endBy(it);
      // A row that waits for its turn would notice only when it comes.
      CompletableFuture.delayedExecutor(it.left().toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> {
            if (renderer.waiting() > 0) renderer.buying().inTime();
          });
    });
    return deadline.map(it -> it.left().isNegative()
        ? "the time window ended at " + words + ": nothing is bought"
        : "buying ends in time for " + words);
  }

  private static String words(ZonedDateTime end) {
    return WALL.format(end.truncatedTo(ChronoUnit.SECONDS));
  }
}
