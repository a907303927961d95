package dev.roomline.job.session;

import dev.roomline.output.OutputMarker;
import java.nio.file.Path;

/** What to tell a person whose output and state do not belong together. */
final class StateMismatchMessages {
  private StateMismatchMessages() {}

  /** The output was bought with another state. */
  static String other(Path output, OutputMarker remembered, String here) {
    return """
        this output was bought with another state, and what that one paid for would be paid for again
          output:        %s
          bought with:   state %s in %s (run %d, %s)
          this run uses: %s
        The state was lost or moved, or this is not the --state (or --output) you meant. Nothing was bought. What helps:
          --state PATH   if the right state is somewhere else
          a backup       of the state folder, put back, and the same command again
          --output PATH  to buy into another folder with this state
          --fresh        to buy everything anew""".formatted(
            output,
            remembered.state(),
            remembered.path(),
            remembered.run(),
            remembered.endpoint(),
            here);
  }

  /** Pictures are here and the books are not. */
  static String gone(Path folder) {
    return """
        the state %s has pictures of former renders and no database: what is paid is not known here
        The database was lost, or was not copied along. Nothing was bought. What helps:
          a backup       of the state folder, put back, and the same command again
          --state PATH   if the right state is somewhere else
          --fresh        to buy everything anew""".formatted(folder);
  }

  /** The right state, and yet not all of it. */
  static String older(Path output, OutputMarker remembered, long newest) {
    return ("the state is an older copy: it ends with run %d, and %s was bought up to run %d;"
            + " what was bought in between is not known and is bought again")
        .formatted(newest, output, remembered.run());
  }
}
