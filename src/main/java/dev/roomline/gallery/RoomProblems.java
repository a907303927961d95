package dev.roomline.gallery;

import java.util.List;

/**
 * What is wrong with a line, for people who have to put it right. Empty texts are left out.
 *
 * @param cause its class in a word or two, by which lines can be found together
 * @param error the cause
 * @param advice the remedy
 * @param checks what the checks complain of
 */
public record RoomProblems(String cause, String error, String advice, List<String> checks) {

  /** Keeps the checks as they are now. */
  public RoomProblems {
    checks = List.copyOf(checks);
  }

  /** Nothing is wrong. */
  public static RoomProblems none() {
    return new RoomProblems("", "", "", List.of());
  }
}
