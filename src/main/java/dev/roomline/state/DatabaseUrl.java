package dev.roomline.state;

import dev.roomline.domain.Excerpt;
import dev.roomline.domain.InvalidInputException;
import java.io.File;
import java.nio.file.Path;

/**
 * The address by which H2 opens a database file. H2 reads what follows a semicolon as settings,
 * among them SQL and Java to run, and takes a backslash for a slash; neither can be written so that
 * it stands for itself. So a path with one of them is refused.
 */
final class DatabaseUrl {
  private DatabaseUrl() {}

  /**
   * The address of a database file.
   *
   * @throws InvalidInputException if the path holds a character that H2 would not take as it stands
   */
  static String of(Path file) {
    return "jdbc:h2:file:" + check(file.toAbsolutePath());
  }

  static Path check(Path path) {
    var text = path.toAbsolutePath().toString();
    refuse(text, ';', "a semicolon");
    if (File.separatorChar != '\\') refuse(text, '\\', "a backslash");
    return path;
  }

  private static void refuse(String path, char character, String name) {
    if (path.indexOf(character) < 0) return;
    throw new InvalidInputException("the state folder " + Excerpt.of(path) + " has " + name
        + " in its path, which the database cannot open; rename the folder, or name another place"
        + " for the state (--state, or state: in the job file)");
  }
}
