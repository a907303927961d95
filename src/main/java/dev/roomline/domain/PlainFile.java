package dev.roomline.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Uses only plain files and folders in places that others may have prepared, such as a project that
 * was downloaded. A link may lead anywhere, a pipe never answers, and a device never ends.
 */
public final class PlainFile {
  private PlainFile() {}

  /** Whether a plain file is there, and no link to one. */
  public static boolean exists(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Reads a text in UTF-8.
   *
   * @param most the most bytes it may have
   * @throws NoSuchFileException if nothing is there
   * @throws InvalidInputException if a link, a pipe, a device or a larger file is there
   */
  public static String text(Path file, int most) throws IOException {
    require(file);
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = in.readNBytes(most + 1);
      if (bytes.length <= most) return new String(bytes, StandardCharsets.UTF_8);
    }
    throw new InvalidInputException(file + " has more than " + most + " bytes; remove it");
  }

  /**
   * Lets a file be used that is there, or will be. A folder in its place is not refused here, as it
   * fails by itself once it is opened.
   *
   * @throws InvalidInputException if a link, a pipe or a device is there
   */
  public static void require(Path file) {
    requireNoLink(file);
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is not a plain file; remove it");
    }
  }

  /**
   * Lets a file or folder be used that is there, or will be.
   *
   * @throws InvalidInputException if a symbolic link is there
   */
  public static void requireNoLink(Path place) {
    if (Files.isSymbolicLink(place)) {
      throw new InvalidInputException(place + " is a symbolic link, which is not followed here;"
          + " put what it leads to in its place, or remove it");
    }
  }
}
