package dev.roomline.job.session;

import dev.roomline.output.OutputMarker;
import java.nio.file.Path;

/** The messages for an output and a state that do not belong together. */
final class StateMismatchMessages {
  private StateMismatchMessages() {}

  /** The output was paid for with another state. */
  static String other(Path output, OutputMarker remembered, String here) {
    return """
        this output folder belongs to another state, and its renders would be paid for again
          output:        %s
          belongs to:    state %s in %s (run %d, %s)
          this run uses: %s
        Nothing was paid for. The state was lost or moved, or --state or --output names the wrong folder. What helps:
          --state PATH   to use the right state, if it is in another folder
          a backup       of the state folder: restore it and run the same command again
          --output PATH  to keep this state and write to another output folder
          --fresh        to pay for every render again""".formatted(
            output,
            remembered.state(),
            remembered.path(),
            remembered.run(),
            remembered.endpoint(),
            here);
  }

  /** The pictures are here and the database is not. */
  static String gone(Path folder) {
    return """
        the state %s has pictures of earlier renders but no database, so it is unknown what was paid
        Nothing was paid for. The database was lost, or was not copied with the folder. What helps:
          a backup       of the state folder: restore it and run the same command again
          --state PATH   to use the right state, if it is in another folder
          --fresh        to pay for every render again""".formatted(folder);
  }

  /** The state is an older copy of the right one. */
  static String older(Path output, OutputMarker remembered, long newest) {
    return ("the state is an older copy: it ends with run %d, and %s shows run %d;"
            + " renders paid for in between are not known here and are paid for again")
        .formatted(newest, output, remembered.run());
  }
}
