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

/** What an exception means to the shell and to a person. */
public final class FailureAnalyzer {
  /** What to say when Java's memory is used up. */
  public static final String OUT_OF_MEMORY =
      "Java's memory is used up; give it more (java -Xmx1g -jar …), or keep fewer rows or pictures on"
          + " their way (limits.in-flight, pictures.at-once), and run the same command:"
          + " what is paid is not bought again";

  private static final int FILE_CORRUPTED = 90_030; // as H2 says it
  private static final int NO_MEMORY = 90_108;

  private FailureAnalyzer() {}

  /** The exit it ends in. */
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

  /** Of several, the first; but an internal error may be no more than what came of a full disk. */
  public static Optional<Throwable> toTellFirst(List<Throwable> failures) {
    return failures.stream()
        .filter(it -> exit(it) != ExitCode.INTERNAL)
        .findFirst()
        .or(() -> failures.stream().findFirst());
  }

  /** What to print: our own words as they are, of others the innermost cause, which says most. */
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
    var words = StorageRemedies.remedies(innermost);
    return "disk or database failed: " + place(failure, words) + words + "; "
        + remedy(failure, words);
  }

  /** The place, unless the words name it already. */
  private static String place(Throwable failure, String words) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageException it && !words.contains(it.place().toString())) {
        return it.place() + ": ";
      }
    }
    return "";
  }

  /** Whether it was the database that failed, and nobody has said where that is. */
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

  private static String remedy(Throwable failure, String words) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == FILE_CORRUPTED) {
        return "put the whole state folder back from a backup, and run the same command";
      }
    }
    return StorageRemedies.of(words);
  }
}
