package dev.roomline.job.doctor;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.FailureAnalyzer;

/**
 * One thing the doctor checked.
 *
 * @param what the subject in one word; scripts read it in the JSON
 * @param words what was found
 * @param remedy what to do; empty if {@code words} say it or nothing is to be done
 * @param exit the exit code of a run; {@link ExitCode#DONE} if the run would start
 */
public record Finding(String what, Standing standing, String words, String remedy, ExitCode exit) {

  /** What it means for a run. */
  public enum Standing {
    /** In order. */
    WELL,
    /** A run would start, but may disappoint. */
    LOOK,
    /** A run would stop before it pays for anything. */
    STOPS
  }

  static Finding well(String what, String words) {
    return new Finding(what, Standing.WELL, words, "", ExitCode.DONE);
  }

  static Finding look(String what, String words, String remedy) {
    return new Finding(what, Standing.LOOK, words, remedy, ExitCode.DONE);
  }

  static Finding stops(String what, ExitCode exit, String words, String remedy) {
    return new Finding(what, Standing.STOPS, words, remedy, exit);
  }

  /** The check failed by what would also stop a run. */
  static Finding of(String what, Throwable failure) {
    return stops(what, FailureAnalyzer.exit(failure), FailureAnalyzer.message(failure), "");
  }
}
