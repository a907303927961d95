package dev.roomline.cli;

import dev.roomline.domain.DaemonThreads;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.run.RunProgress;
import dev.roomline.report.JsonReports;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints progress to stderr and results to stdout. */
final class Console implements AutoCloseable {
  private static final int OFTEN = 10;
  private static final int MINUTE = 60;
  private static final Set<ExitCode> SIGNALS =
      EnumSet.of(ExitCode.INTERRUPTED, ExitCode.TERMINATED);

  private final OutputOptions options;
  private final Invocation invocation;
  private final PrintStream err = System.err;
  private final @Nullable TerminalProgressBar terminalProgressBar;
  private int beats;

  Console(OutputOptions options, Invocation invocation, String name) {
    this.options = options;
    this.invocation = invocation;
    this.terminalProgressBar =
        options.quiet || !onTerminal() ? null : new TerminalProgressBar(name, options.noColor);
  }

  @SuppressWarnings("SystemConsoleNull") // it is null again: main asks for the plain console
  private static boolean onTerminal() {
    return System.console() != null;
  }

  /** Prints a line about the run, unless the run is to be quiet. */
  synchronized void news(String line) {
    if (options.quiet) return;
    if (terminalProgressBar != null) terminalProgressBar.pause();
    err.println(invocation.fill(line));
  }

  /** Shows the progress: a bar on a terminal, a line now and then elsewhere. */
  synchronized void progress(RunProgress progress) {
    if (options.quiet) return;
    if (terminalProgressBar != null) terminalProgressBar.show(progress);
    else if (timeForALine()) err.println(TerminalProgressBar.line(progress));
  }

  /** Every ten seconds at first, then every minute, so that a long log stays readable. */
  private boolean timeForALine() {
    beats++;
    return beats % (beats < MINUTE ? OFTEN : MINUTE) == 0;
  }

  /**
   * Prints the result: for a person, or as JSON. After a signal it waits only some seconds for
   * somebody who reads it.
   */
  synchronized void result(ExitCode exit, List<String> summary, Map<String, Object> json)
      throws InterruptedException {
    if (terminalProgressBar != null) terminalProgressBar.close();
    if (options.quiet && exit == ExitCode.DONE) return;
    err.flush();
    var printing = DaemonThreads.start("result", () -> print(summary, json));
    printing.join(SIGNALS.contains(exit) ? UnblockedOutput.LAST_LINES.toMillis() : 0);
  }

  private void print(List<String> summary, Map<String, Object> json) {
    if (options.json) System.out.println(JsonReports.text(json));
    else summary.forEach(line -> print(invocation.fill(line)));
  }

  private void print(String line) {
    (options.quiet ? err : System.out).println(line);
  }

  @Override
  public synchronized void close() {
    if (terminalProgressBar != null) terminalProgressBar.close();
  }
}
