package dev.roomline.ledger;

import java.time.Instant;
import java.util.List;

/**
 * One run of a sheet.
 *
 * @param number the only thing that names it
 * @param edition what it buys is bought under
 * @param spent renders claimed since the last orderly end
 */
public record Run(long number, boolean fresh, int edition, long spent, Instant started) {

  /** The oldest edition whose purchases count for this run. */
  public int sinceEdition() {
    return fresh ? edition : 0;
  }

  /**
   * What a run is asked to do. A later command with an equal request goes on with an unfinished run.
   *
   * @param jobFile the sheet's file
   * @param input the rooms file
   * @param inputDigest SHA-256 of its bytes
   * @param requestDigest SHA-256 of all that shapes a request besides the rows
   * @param fresh whether everything is bought anew
   */
  public record Request(
      String jobFile, String input, String inputDigest, String requestDigest, boolean fresh) {}

  /**
   * A run as {@code status} tells it.
   *
   * @param ending {@code finished}, {@code unfinished}, {@code abandoned}; {@code killed} where it
   *     never ended
   */
  public record Past(
      long number, String jobFile, String startedAt, String endedAt, String ending) {}

  /** A run taken up, and how it relates to the one before. */
  public record Begun(Run run, Beginning beginning, List<Long> abandoned) {}

  /** How a run came about. */
  public enum Beginning {
    NEW,
    CONTINUED
  }
}
