package dev.roomline.failure;

import java.util.List;

/** What broke a run, with what a person must know besides: the answers that nothing else keeps. */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int TOLD = 20;

  /**
   * @param sent requests for renders that left in this run
   * @param unwritten answers that came and could not be written down
   */
  public RunFailedException(Throwable cause, long sent, List<String> unwritten) {
    super(message(cause, sent, unwritten), cause);
  }

  private static String message(Throwable cause, long sent, List<String> unwritten) {
    var words = new StringBuilder(FailureAnalyzer.message(cause));
    if (sent > 0) {
      words
          .append("\nSent this time: ")
          .append(sent)
          .append(" renders; none is bought again, whatever the results show as yet.");
    }
    if (!unwritten.isEmpty()) {
      words.append(
          "\nAnswered by the provider, and not written down; these rows will be unsure (roomline resolve):");
    }
    unwritten.stream().limit(TOLD).forEach(it -> words.append("\n  ").append(it));
    if (unwritten.size() > TOLD) {
      words.append("\n  and ").append(unwritten.size() - TOLD).append(" more");
    }
    return words.toString();
  }
}
