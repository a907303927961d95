package dev.roomline.failure;

import dev.roomline.domain.Quantity;
import java.util.List;

/** A run failed. The message also has the provider's answers that could not be saved. */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  /**
   * @param sent renders that this run sent
   * @param unwritten answers that came and could not be saved
   */
  public RunFailedException(Throwable cause, long sent, List<String> unwritten) {
    super(message(cause, sent, unwritten), cause);
  }

  private static String message(Throwable cause, long sent, List<String> unwritten) {
    var text = new StringBuilder(FailureAnalyzer.message(cause));
    if (sent > 0) {
      text.append("\nThis run sent ")
          .append(Quantity.of(sent, "render"))
          .append(". Nothing of it is paid for again, whatever the results show now.");
    }
    if (!unwritten.isEmpty()) {
      text.append(
          "\nThe provider answered these, but the answers could not be saved. The rows will be unsure"
              + " (roomline resolve JOB):");
    }
    unwritten.stream().limit(SHOWN).forEach(it -> text.append("\n  ").append(it));
    if (unwritten.size() > SHOWN) {
      text.append("\n  and ").append(unwritten.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
