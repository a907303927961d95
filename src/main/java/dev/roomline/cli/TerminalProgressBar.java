package dev.roomline.cli;

import dev.roomline.domain.Quantity;
import dev.roomline.job.run.RunProgress;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** The progress bar of a terminal, and the same figures as a plain line. */
final class TerminalProgressBar implements AutoCloseable {
  private final String name;
  private final boolean plain;
  private final int width = TerminalWidth.columns();
  private @Nullable ProgressBar bar;

  TerminalProgressBar(String name, boolean plain) {
    this.name = name;
    this.plain = plain;
  }

  void show(RunProgress progress) {
    if (bar == null) bar = open(progress.renders());
    bar.maxHint(progress.renders());
    bar.setExtraMessage(figures(progress));
    bar.stepTo(progress.done());
    bar.refresh();
  }

  /** Ends the bar, so that a line of text can be printed. */
  void pause() {
    close();
  }

  @Override
  public void close() {
    if (bar != null) bar.close();
    bar = null;
  }

  /** The figures as a line of their own. */
  static String line(RunProgress progress) {
    return "%s of %s done, %s%s"
        .formatted(
            Quantity.number(progress.done()),
            Quantity.of(progress.renders(), "render"),
            figures(progress),
            left(progress.left()));
  }

  private ProgressBar open(long renders) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(renders)
        .setStyle(plain ? ProgressBarStyle.ASCII : ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, width))
        .setUpdateIntervalMillis(1000)
        .build();
  }

  private static String figures(RunProgress progress) {
    var allowed = progress.allowed() == 0 ? "" : " of " + progress.allowed();
    var fetching =
        progress.fetching() == 0 ? "" : Quantity.of(progress.fetching(), "picture") + " to come, ";
    return "%s without a picture, %d in flight, %s%d%s/min"
        .formatted(
            Quantity.number(progress.failed()),
            progress.inFlight(),
            fetching,
            progress.perMinute(),
            allowed);
  }

  private static String left(@Nullable Duration left) {
    if (left == null) return "";
    return left.toMinutes() > 0
        ? ", %d min left".formatted(left.toMinutes())
        : ", %d s left".formatted(left.toSeconds());
  }
}
