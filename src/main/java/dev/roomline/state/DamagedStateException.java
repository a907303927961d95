package dev.roomline.state;

import java.nio.file.Path;

/** The ledger is damaged, so nothing may be paid for; its file is not changed. */
public final class DamagedStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedStateException(Path file, String finding) {
    super("""
        the database %s is damaged: %s
        Nothing was paid, and the file was not changed.
        Next: restore the whole state folder from a backup, and run the same command.
        Or use a new folder with --state and --fresh: that pays for every render again.""".formatted(file, finding));
  }
}
