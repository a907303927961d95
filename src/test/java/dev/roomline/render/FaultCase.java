package dev.roomline.render;

import java.time.Duration;

/**
 * One fault at one call, and the expected outcome.
 *
 * @param name of the fault
 * @param times how often it happens before all is well
 * @param expected as {@link FaultResult#outcome} has it; several, with {@code or} between, where the wire
 *     decides
 * @param creates how often a whole create may reach the provider, least and most
 * @param rows how many rows are rendered; all end the same way
 * @param stopped whether a person stops the run once the fault has happened
 */
record FaultCase(
    ApiCall apiCall,
    String name,
    Fault fault,
    int times,
    String expected,
    Range creates,
    int rows,
    boolean stopped) {

  static final Duration ANSWER = Duration.ofMillis(1500);
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How much of an endless answer may be sent before the client closes, in all attempts. */
  static final long MOST_BYTES = 100_000_000;

  private static final Duration SLACK = Duration.ofSeconds(5);
  /** The first and one after each of the three waits. */
  private static final int TRIES = 4;

  record Range(int least, int most) {
    boolean holds(int count) {
      return least <= count && count <= most;
    }
  }

  /** The latest time of its end. */
  Duration deadline() {
    return switch (apiCall) {
      case CREATE -> ANSWER.plus(SLACK);
      case COLLECT, DOWNLOAD -> PATIENCE.plus(ANSWER).plus(SLACK);
      case UPLOAD -> ANSWER.multipliedBy(TRIES).plus(SLACK);
    };
  }

  boolean expects(String outcome) {
    for (var one : expected.split(" or ")) if (one.equals(outcome)) return true;
    return false;
  }

  /** Whether so many creates are allowed: one that may have been sent is never repeated. */
  boolean allows(long tries, String outcome) {
    if (apiCall == ApiCall.CREATE && outcome.equals("Unsure")) {
      // The network may fail before the request is sent at first, and only later after that.
      return tries == rows || (expects("NotSent") && tries <= TRIES);
    }
    if (apiCall == ApiCall.CREATE && outcome.equals("NotSent")) return tries == TRIES;
    return tries <= Math.max(TRIES, creates.most());
  }

  @Override
  public String toString() {
    return apiCall + " · " + name + " → " + expected;
  }
}
