package dev.roomline.output;

import dev.roomline.domain.AtomicFile;
import dev.roomline.domain.InvalidInputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder that shows pictures of the picture store under readable names: as hard links, which take
 * no space, or as copies where links do not work. Files in it are replaced, never overwritten. New
 * pictures wait in a folder of their own inside it until {@link #commit}.
 */
public final class PictureLinks implements Closeable {
  private static final String WAITING = ".roomline-new-";

  private final Path folder;
  private boolean linksWork = true;
  private @Nullable Path waiting;

  private PictureLinks(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder for pictures; it is made when the first one comes.
   *
   * @throws InvalidInputException if a symbolic link is in its place, as it might lead anywhere
   */
  public static PictureLinks at(Path folder) {
    if (Files.isSymbolicLink(folder)) {
      throw new InvalidInputException(
          folder + " is a symbolic link; remove it, or choose another output:");
    }
    return new PictureLinks(folder);
  }

  /** Deletes what killed processes added and did not commit. */
  public void deleteLeftovers() throws IOException {
    if (!Files.isDirectory(folder)) return;
    try (var leftovers = Files.newDirectoryStream(folder, WAITING + "*")) {
      for (var leftover : leftovers) {
        if (Files.isDirectory(leftover, LinkOption.NOFOLLOW_LINKS)) delete(leftover);
      }
    }
  }

  /**
   * Adds a file of the picture store, to be shown under this name in place of an earlier one. A file
   * that is shown already is only checked.
   */
  public void add(Path kept, String name) throws IOException {
    if (isShown(kept, folder.resolve(name))) return;
    var fresh = waiting().resolve(name);
    if (!link(kept, fresh)) copy(kept, fresh);
  }

  /** Shows what was added. */
  public void commit() throws IOException {
    if (waiting == null) return;
    try (var files = Files.newDirectoryStream(waiting)) {
      for (var file : files) AtomicFile.move(file, folder.resolve(file.getFileName()));
    }
    Files.delete(waiting);
    waiting = null;
  }

  /** Removes a picture from the folder; the picture store keeps it. */
  public void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  /** Drops what was added and not committed. */
  @Override
  public void close() throws IOException {
    if (waiting != null) delete(waiting);
    waiting = null;
  }

  private Path waiting() throws IOException {
    if (waiting == null) {
      Files.createDirectories(folder);
      waiting = Files.createTempDirectory(folder, WAITING);
    }
    return waiting;
  }

  private static void delete(Path waiting) throws IOException {
    try (var files = Files.newDirectoryStream(waiting)) {
      for (var file : files) Files.delete(file);
    }
    Files.delete(waiting);
  }

  private boolean isShown(Path kept, Path shown) throws IOException {
    BasicFileAttributes there;
    try {
      there = Files.readAttributes(shown, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return false;
    } catch (FileSystemException e) {
      if (Files.isDirectory(folder)) throw e;
      return false; // creating the folder will tell what is in its way
    }
    if (there.isDirectory()) {
      throw new FileSystemException(shown.toString(), null, "Is a directory");
    }
    return there.isRegularFile() && isSame(kept, shown, there);
  }

  private boolean isSame(Path kept, Path shown, BasicFileAttributes there) throws IOException {
    var wanted = Files.readAttributes(kept, BasicFileAttributes.class);
    if (!linksWork) return isCopy(wanted, there) || Files.mismatch(kept, shown) < 0;
    var key = there.fileKey();
    return key == null // Windows has none
        ? Files.isSameFile(kept, shown)
        : key.equals(wanted.fileKey());
  }

  private static boolean isCopy(BasicFileAttributes kept, BasicFileAttributes shown) {
    return kept.size() == shown.size() && kept.lastModifiedTime().equals(shown.lastModifiedTime());
  }

  /** Closing the stream tells of a disk that turned out to be full. */
  private static void copy(Path kept, Path fresh) throws IOException {
    try (var copy = Files.newOutputStream(fresh)) {
      Files.copy(kept, copy);
    }
    try {
      Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(kept));
    } catch (IOException e) {
      // Not every file system takes a time: the bytes are compared the next time.
    }
  }

  private boolean link(Path kept, Path fresh) throws IOException {
    if (!linksWork) return false;
    try {
      Files.createLink(fresh, kept);
    } catch (FileAlreadyExistsException e) {
      Files.delete(fresh); // two lines of one name: the later one's
      Files.createLink(fresh, kept);
    } catch (IOException | UnsupportedOperationException e) {
      linksWork = false; // another disk, or a file system without links
    }
    return linksWork;
  }
}
