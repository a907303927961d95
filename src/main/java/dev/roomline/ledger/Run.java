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
   * Who asks for a run. Runs of one name share what a kill leaves of the budget, and a {@code
   * --fresh} that did not finish; runs of one file continue each other.
   *
   * @param name the file's name without folder and ending
   * @param file where the job file really lies
   * @param givenAs the same as it was named, such as by a symbolic link; former releases stored this
   */
  public record Job(String name, String file, String givenAs) {}

  /**
   * The request of a run. A later command with an equal request continues an unfinished run.
   *
   * @param input the room list
   * @param inputDigest SHA-256 of its bytes
   * @param requestDigest SHA-256 of all settings that shape a request, besides the rows
   * @param fresh whether everything is bought again
   */
  public record Request(
      Job job, String input, String inputDigest, String requestDigest, boolean fresh) {}

  /**
   * A run as {@code status} shows it.
   *
   * @param ending {@code finished}, {@code unfinished}, {@code abandoned}; {@code killed} if it did not end in good order
   */
  public record Past(
      long number, String jobFile, String startedAt, String endedAt, String ending) {}

  /** A run that was begun, how, and the numbers of the runs that were abandoned for it. */
  public record Begun(Run run, Beginning beginning, List<Long> abandoned) {}

  /** A run with {@code --fresh} that did not finish: the next one goes on with its edition. */
  public record Unfinished(long run, int edition, Instant started) {}

  /** Whether a run is new or continues an unfinished one. */
  public enum Beginning {
    NEW,
    CONTINUED
  }
}
