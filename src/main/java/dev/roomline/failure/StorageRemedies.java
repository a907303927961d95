package dev.roomline.failure;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** What this machine says when it fails, and what a person can do about it. */
final class StorageRemedies {
  private static final String AGAIN =
      ", and run the same command: what is paid is not bought again";
  private static final String ANY = "mend it" + AGAIN;

  /** By what the system says; where it speaks another language, the general words must do. */
  private static final Map<String, String> BY_WORDS = Map.of(
      "No space left", "make room there" + AGAIN,
      "Disk quota exceeded", "make room there" + AGAIN,
      "Read-only file system", "make it writable, or name another place" + AGAIN,
      "Permission denied", "make it writable, or name another place" + AGAIN,
      "no permission", "make it writable, or name another place" + AGAIN,
      "Too many open files", "allow more of them (ulimit -n 1024)" + AGAIN,
      "File too large", "allow larger files (ulimit -f unlimited)" + AGAIN,
      "in the way", "move it out of the way" + AGAIN,
      "Is a directory", "move it out of the way" + AGAIN);

  private StorageRemedies() {}

  static String of(String words) {
    return BY_WORDS.entrySet().stream()
        .filter(it -> words.contains(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ANY);
  }

  /** What happened; some exceptions of Java's name the file and nothing else. */
  static String remedies(Throwable cause) {
    var message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    if (!(cause instanceof FileSystemException known) || known.getReason() != null) return message;
    if (cause instanceof AccessDeniedException) return message + ": no permission";
    if (cause instanceof NoSuchFileException) return message + ": is not there";
    if (cause instanceof FileAlreadyExistsException) return message + ": something is in the way";
    return cause instanceof DirectoryNotEmptyException
        ? message + ": a folder is in the way"
        : message;
  }
}
