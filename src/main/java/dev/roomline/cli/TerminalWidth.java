package dev.roomline.cli;

import java.io.IOException;
import org.jline.terminal.TerminalBuilder;

/** How wide the terminal is. */
final class TerminalWidth {
  private static final int USUAL = 80;

  private TerminalWidth() {}

  /**
   * Asked here rather than by the progress bar, whose own terminal would take the signals from us
   * and needs native code.
   */
  static int columns() {
    var builder = TerminalBuilder.builder().system(true).nativeSignals(false).provider("exec");
    try (var terminal = builder.build()) {
      return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL;
    } catch (IOException | RuntimeException e) {
      return USUAL;
    }
  }
}
