package dev.roomline.domain;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders that only their owner may use, as they hold signed addresses. Where a file
 * system knows no owners, they are as any others.
 */
public final class OwnerOnly {
  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private OwnerOnly() {}

  /** What a new file is to be created with. */
  public static FileAttribute<?>[] file(Path place) {
    return attributes(place, FILE);
  }

  /** Creates an empty file; throws FileAlreadyExistsException if anything is in its place. */
  public static Path createFile(Path file) throws IOException {
    return Files.createFile(file, file(file));
  }

  /** Creates a folder unless it is there; the folders above it are as any others. */
  public static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) return;
    Files.createDirectories(folder.toAbsolutePath().resolveSibling(""));
    try {
      Files.createDirectory(folder, attributes(folder, FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) throw e;
    }
  }

  /** Takes a file or folder of a former release from the others, if it is ours. */
  public static void restrict(Path place) {
    if (!knowsOwners(place)) return;
    try {
      var allowed = Files.isDirectory(place) ? FOLDER : FILE;
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(allowed));
    } catch (IOException e) {
      // Another user's, or a mounted disk without owners: whoever set it up decided.
    }
  }

  private static FileAttribute<?>[] attributes(Path place, String allowed) {
    return knowsOwners(place)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(allowed))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path place) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
