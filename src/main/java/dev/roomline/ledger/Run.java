package dev.roomline.ledger;

import java.time.Instant;
import java.util.List;

/**
 * One run of a job file.
 *
 * @param number identifies it
 * @param fresh whether it buys everything again
 * @param edition the edition of its purchases
 * @param spent renders claimed since the last orderly end
 */
public record Run(long number, boolean fresh, int edition, long spent, Instant started) {

  /** The oldest edition whose purchases count for this run. */
  public int sinceEdition() {
    return fresh ? edition : 0;
  }

  /**
   * The request of a run. A later command with an equal request continues an unfinished run.
   *
   * @param jobFile the path of the job file
   * @param input the room list
   * @param inputDigest SHA-256 of its bytes
   * @param requestDigest SHA-256 of all settings that shape a request, besides the rows
   * @param fresh whether everything is bought again
   */
  public record Request(
      String jobFile, String input, String inputDigest, String requestDigest, boolean fresh) {}

  /**
   * A run as {@code status} shows it.
   *
   * @param ending {@code finished}, {@code unfinished}, {@code abandoned}; {@code killed} if it did not end
   */
  public record Past(
      long number, String jobFile, String startedAt, String endedAt, String ending) {}

  /** A run that was begun, how, and the numbers of the runs that were abandoned for it. */
  public record Begun(Run run, Beginning beginning, List<Long> abandoned) {}

  /** Whether a run is new or continues an unfinished one. */
  public enum Beginning {
    NEW,
    CONTINUED
  }
}
