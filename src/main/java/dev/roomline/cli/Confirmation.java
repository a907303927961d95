package dev.roomline.cli;

import java.util.Locale;
import java.util.Set;

/** Asks a person to confirm before money is spent. */
@SuppressWarnings("SystemConsoleNull") // it is null again: main asks for the plain console
final class Confirmation {
  private static final Set<String> AYES = Set.of("y", "yes");

  private Confirmation() {}

  /** Whether a question can be asked: input and output are a terminal. */
  static boolean canBeAsked() {
    return System.console() != null;
  }

  /** Asks; Enter alone means no, and so does a closed terminal. */
  static boolean to(String question) {
    var terminal = System.console();
    if (terminal == null) return false;
    System.err.print(question + " [y/N] ");
    System.err.flush();
    var answer = terminal.readLine();
    return answer != null && AYES.contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
