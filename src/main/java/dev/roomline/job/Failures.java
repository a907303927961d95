package dev.roomline.job;

import dev.roomline.room.BadInput;
import dev.roomline.state.DamagedState;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What an exception means to the shell and to a person. */
public final class Failures {
  private static final int FILE_CORRUPTED = 90_030; // as H2 says it

  private Failures() {}

  /** The exit it ends in. */
  public static Exit exit(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadInput) return Exit.USAGE;
      if (cause instanceof NotStarted refused) return refused.exit();
      if (cause instanceof DamagedState
          || cause instanceof DataAccessException
          || cause instanceof TransactionException
          || cause instanceof SQLException
          || cause instanceof IOException) return Exit.STORAGE;
    }
    return Exit.INTERNAL;
  }

  /** What to print: our own words as they are, of others the innermost cause, which says most. */
  public static String message(Throwable failure) {
    var innermost = failure;
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadInput
          || cause instanceof NotStarted
          || cause instanceof DamagedState) {
        return String.valueOf(cause.getMessage());
      }
      innermost = cause;
    }
    return exit(failure) == Exit.STORAGE
        ? "disk or database failed: " + innermost.getMessage() + "; " + remedy(failure)
        : "internal error: " + innermost;
  }

  private static String remedy(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == FILE_CORRUPTED) {
        return "put the whole state folder back from a backup, and run the same command";
      }
    }
    return "mend it and run the same command";
  }
}
