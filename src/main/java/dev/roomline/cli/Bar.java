package dev.roomline.cli;

import dev.roomline.job.run.Figures;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** The progress bar of a terminal, and the same figures as a plain line. */
final class Bar implements AutoCloseable {
  private final String name;
  private final boolean plain;
  private final int width = TerminalWidth.columns();
  private @Nullable ProgressBar bar;

  Bar(String name, boolean plain) {
    this.name = name;
    this.plain = plain;
  }

  void show(Figures figures) {
    if (bar == null) bar = open(figures.renders());
    bar.maxHint(figures.renders());
    bar.setExtraMessage(figures(figures));
    bar.stepTo(figures.done());
    bar.refresh();
  }

  /** Makes room for a line of text. */
  void pause() {
    close();
  }

  @Override
  public void close() {
    if (bar != null) bar.close();
    bar = null;
  }

  /** The figures as a line of their own. */
  static String line(Figures figures) {
    return "%d of %d renders done, %s%s"
        .formatted(figures.done(), figures.renders(), figures(figures), left(figures.left()));
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

  private static String figures(Figures figures) {
    var allowed = figures.allowed() == 0 ? "" : " of " + figures.allowed();
    var fetching = figures.fetching() == 0 ? "" : figures.fetching() + " pictures to come, ";
    return "%d failed, %d in flight, %s%d%s/min"
        .formatted(figures.failed(), figures.inFlight(), fetching, figures.perMinute(), allowed);
  }

  private static String left(@Nullable Duration left) {
    if (left == null) return "";
    return left.toMinutes() > 0
        ? ", %d min left".formatted(left.toMinutes())
        : ", %d s left".formatted(left.toSeconds());
  }
}
