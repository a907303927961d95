package dev.roomline.cli;

import java.io.IOException;
import org.jline.terminal.TerminalBuilder;

/** Asks the terminal for its width. */
final class TerminalWidth {
  private static final int USUAL = 80;

  private TerminalWidth() {}

  /**
   * The width in columns. The progress bar does not ask itself, as its terminal would take our signals
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
