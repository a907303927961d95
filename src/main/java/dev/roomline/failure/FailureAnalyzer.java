package dev.roomline.failure;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.StorageException;
import dev.roomline.state.DamagedStateException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What an exception means: an exit code and a message for a person. */
public final class FailureAnalyzer {
  /** The message when Java has no memory left. */
  public static final String OUT_OF_MEMORY =
      "Java has no memory left. Give it more (java -Xmx1g -jar …), or lower limits.in-flight or"
          + " pictures.at-once, and run the same command: paid renders are not paid for again";

  private static final int FILE_CORRUPTED = 90_030; // as H2 says it
  private static final int NO_MEMORY = 90_108;

  private FailureAnalyzer() {}

  /** The exit code. */
  public static ExitCode exit(Throwable failure) {
    if (outOfMemory(failure)) return ExitCode.INTERNAL;
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInputException) return ExitCode.USAGE;
      if (cause instanceof StartRefusedException refused) return refused.exit();
      if (cause instanceof DamagedStateException
          || cause instanceof StorageException
          || cause instanceof DataAccessException
          || cause instanceof TransactionException
          || cause instanceof SQLException
          || cause instanceof IOException) return ExitCode.STORAGE;
    }
    return ExitCode.INTERNAL;
  }

  /** The first of several; but an internal error comes last, as a full disk may have caused it. */
  public static Optional<Throwable> mostImportant(List<Throwable> failures) {
    return failures.stream()
        .filter(it -> exit(it) != ExitCode.INTERNAL)
        .findFirst()
        .or(() -> failures.stream().findFirst());
  }

  /** The message: our own as it is, of other exceptions that of the innermost cause. */
  public static String message(Throwable failure) {
    var innermost = failure;
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInputException
          || cause instanceof StartRefusedException
          || cause instanceof DamagedStateException
          || cause instanceof RunFailedException) {
        return String.valueOf(cause.getMessage());
      }
      innermost = cause;
    }
    if (outOfMemory(failure)) return OUT_OF_MEMORY;
    if (exit(failure) != ExitCode.STORAGE) return "internal error: " + innermost;
    var problem = StorageRemedies.problem(innermost);
    return "disk or database failed: " + place(failure, problem) + problem + "; "
        + remedy(failure, problem);
  }

  /** The place, unless the problem names it already. */
  private static String place(Throwable failure, String problem) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageException it && !problem.contains(it.place().toString())) {
        return it.place() + ": ";
      }
    }
    return "";
  }

  /** Whether the database failed, and no exception says where it is. */
  public static boolean isOfDatabase(Throwable failure) {
    var database = false;
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageException) return false;
      database |= cause instanceof SQLException
          || cause instanceof DataAccessException
          || cause instanceof TransactionException;
    }
    return database;
  }

  private static boolean outOfMemory(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) return true;
      if (cause instanceof SQLException sql && sql.getErrorCode() == NO_MEMORY) return true;
    }
    return false;
  }

  private static String remedy(Throwable failure, String problem) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == FILE_CORRUPTED) {
        return "restore the whole state folder from a backup, and run the same command";
      }
    }
    return StorageRemedies.of(problem);
  }
}
