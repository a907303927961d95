package dev.roomline.failure;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** What a person can do when this machine's disk or database fails. */
final class StorageRemedies {
  private static final String AGAIN =
      ", and run the same command: paid renders are not paid for again";
  private static final String ANY = "repair it" + AGAIN;

  /** By a part of the system's message; in another language the general remedy is given. */
  private static final Map<String, String> BY_PROBLEM = Map.of(
      "No space left", "free some space there" + AGAIN,
      "Disk quota exceeded", "free some space there" + AGAIN,
      "Read-only file system", "make it writable, or name another folder" + AGAIN,
      "Permission denied", "make it writable, or name another folder" + AGAIN,
      "no permission", "make it writable, or name another folder" + AGAIN,
      "Too many open files", "allow more open files (ulimit -n 1024)" + AGAIN,
      "File too large", "allow larger files (ulimit -f unlimited)" + AGAIN,
      "in the way", "move it out of the way" + AGAIN,
      "Is a directory", "move it out of the way" + AGAIN);

  private StorageRemedies() {}

  static String of(String problem) {
    return BY_PROBLEM.entrySet().stream()
        .filter(it -> problem.contains(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ANY);
  }

  /** What happened. Some Java exceptions name only the file. */
  static String problem(Throwable cause) {
    var message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    if (!(cause instanceof FileSystemException known) || known.getReason() != null) return message;
    if (cause instanceof AccessDeniedException) return message + ": no permission";
    if (cause instanceof NoSuchFileException) return message + ": does not exist";
    if (cause instanceof FileAlreadyExistsException) return message + ": something is in the way";
    return cause instanceof DirectoryNotEmptyException
        ? message + ": a folder is in the way"
        : message;
  }
}
