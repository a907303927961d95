package dev.roomline.state;

import java.nio.file.Path;

/** The books cannot be trusted, so nothing may be bought by them; their file was left as it is. */
public final class DamagedStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedStateException(Path file, String finding) {
    super("""
        the database %s is damaged: %s
        Nothing was bought, and the file was left as it is. What helps:
          put the whole state folder back from a backup, and run the same command
          or a new folder with --state, and --fresh: that buys everything anew""".formatted(file, finding));
  }
}
