package dev.roomline.output;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder that shows pictures of the picture store under readable names: as hard links, which take
 * no space, or as copies where links do not work. Files in it are replaced, never overwritten.
 */
public final class PictureLinks {
  private final Path folder;
  private boolean linksWork = true;

  private PictureLinks(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder for pictures; it is made when the first one comes.
   *
   * @throws InvalidInputException if a symbolic link stands in its place, as it might lead anywhere
   */
  public static PictureLinks at(Path folder) {
    if (Files.isSymbolicLink(folder)) {
      throw new InvalidInputException(
          folder + " is a symbolic link; remove it, or choose another output:");
    }
    return new PictureLinks(folder);
  }

  /** Shows a file of the picture store under this name, in place of whatever had the name. */
  public void link(Path kept, String name) throws IOException {
    var shown = folder.resolve(name);
    try {
      if (isSame(kept, shown)) return;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder))
        Files.createDirectories(folder); // or tells what is in its way
      else if (!(e instanceof NoSuchFileException)) throw e;
      if (link(kept, shown)) return;
    }
    var fresh = folder.resolve(name + ".new");
    Files.deleteIfExists(fresh);
    if (!link(kept, fresh)) Files.copy(kept, fresh);
    Files.move(fresh, shown, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes a picture from the folder; the picture store keeps it. */
  public void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  private boolean isSame(Path kept, Path shown) throws IOException {
    var there = Files.readAttributes(shown, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!there.isRegularFile()) return false;
    if (!linksWork) return Files.mismatch(kept, shown) < 0;
    var key = there.fileKey();
    return key == null // Windows has none
        ? Files.isSameFile(kept, shown)
        : key.equals(Files.readAttributes(kept, BasicFileAttributes.class).fileKey());
  }

  private boolean link(Path kept, Path fresh) throws IOException {
    if (!linksWork) return false;
    try {
      Files.createLink(fresh, kept);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      linksWork = false; // another disk, or a file system without links
    }
    return linksWork;
  }
}
