package dev.roomline.job.doctor;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.FailureAnalyzer;

/**
 * One thing the doctor looked at.
 *
 * @param what was looked at, in a word
 * @param words how it is
 * @param remedy what to do about it; empty where the words say it, or there is nothing to do
 * @param exit what a run would end with; {@link ExitCode#DONE} unless it would be stopped
 */
public record Finding(String what, Standing standing, String words, String remedy, ExitCode exit) {

  /** What it means for a run. */
  public enum Standing {
    WELL,
    /** A run would start all the same. */
    LOOK,
    /** No run would buy anything. */
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

  /** What would stop a run stopped the check. */
  static Finding of(String what, Throwable failure) {
    return stops(what, FailureAnalyzer.exit(failure), FailureAnalyzer.message(failure), "");
  }
}
