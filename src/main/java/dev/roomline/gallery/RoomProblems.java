package dev.roomline.gallery;

import java.util.List;

/**
 * The problem of a render, for people who have to solve it. Empty texts are left out.
 *
 * @param cause its class in a word or two, used as a filter
 * @param error the cause
 * @param advice the remedy
 * @param checks the failed checks
 */
public record RoomProblems(String cause, String error, String advice, List<String> checks) {

  /** Copies the checks. */
  public RoomProblems {
    checks = List.copyOf(checks);
  }

  /** Nothing is wrong. */
  public static RoomProblems none() {
    return new RoomProblems("", "", "", List.of());
  }
}
