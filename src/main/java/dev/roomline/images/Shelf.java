package dev.roomline.images;

import dev.roomline.domain.Picture;
import dev.roomline.domain.StorageFailure;
import dev.roomline.download.FetchSettings;
import dev.roomline.download.Fetched;
import dev.roomline.download.Fetcher;
import dev.roomline.images.Checks.Seen;
import dev.roomline.images.Inspected.Broken;
import dev.roomline.images.Inspected.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pictures by their SHA-256, whole or not at all. A picture is fetched into a file of its
 * own, looked through, synced, and renamed, so that whatever kills the process, a name on the shelf
 * means good bytes. Safe for several threads; the state's lock keeps other processes away.
 */
public final class Shelf implements AutoCloseable {
  private final ShelfFolder folder;
  private final Fetcher fetcher;
  private final Inspector inspector = new Inspector();
  private final Checks checks;
  private final Glances glances = new Glances();

  /** Opens the shelf in a folder; what a killed process was still fetching is thrown away. */
  public Shelf(Path folder, FetchSettings fetching, CheckSettings checks) {
    this.folder = ShelfFolder.open(folder);
    this.fetcher = new Fetcher(fetching);
    this.checks = new Checks(checks);
  }

  /**
   * Brings the picture at an address to the shelf.
   *
   * @throws StorageFailure if the disk fails
   */
  public Shelved fetch(String url) {
    return bring(file -> {
      var fetched = fetcher.fetch(url, file);
      if (fetched instanceof Fetched.Absent absent) return new Shelved.Absent(absent.words());
      if (fetched instanceof Fetched.Failed failed) return new Shelved.Failed(failed.words());
      if (fetched instanceof Fetched.Forbidden no) {
        return new Shelved.Refused(no.words() + "; " + no.remedy());
      }
      return shelve(file);
    });
  }

  /**
   * Brings a copy of a file to the shelf.
   *
   * @throws StorageFailure if the disk fails
   */
  public Shelved copy(Path original) {
    return bring(file -> {
      try {
        Files.copy(original, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        return new Shelved.Failed(original.getFileName() + " cannot be read: " + e.getMessage());
      }
      return shelve(file);
    });
  }

  /** Whether the picture's bytes are here. */
  public boolean has(Picture picture) {
    return Files.isRegularFile(folder.picture(picture));
  }

  /** The picture's file; read-only, as other names may lead to the same bytes. */
  public Path file(Picture picture) {
    return folder.picture(picture);
  }

  /** A small JPEG of the picture, at most 640 pixels long. */
  public Path thumbnail(Picture picture) throws IOException {
    var small = folder.thumbnail(picture);
    if (!Files.isRegularFile(small)
        && inspector.inspect(folder.picture(picture)) instanceof Whole whole) {
      folder.putThumbnail(whole);
    }
    return small;
  }

  /** Why a person should look at a render; empty if all is well. */
  public List<String> check(Picture render, @Nullable Picture photo) {
    try {
      return checks.reasons(seen(render), photo == null ? null : seen(photo));
    } catch (IOException e) {
      throw new StorageFailure(folder.folder(), e);
    }
  }

  /** Ends the fetching; what is not here yet stays away. */
  @Override
  public void close() {
    fetcher.close();
  }

  private interface Source {
    Shelved into(Path file) throws IOException;
  }

  private Shelved bring(Source source) {
    try {
      var incoming = folder.incoming();
      try {
        return source.into(incoming);
      } finally {
        // To look is free; to delete what is gone waits for all who write in that folder.
        if (Files.exists(incoming)) Files.delete(incoming);
      }
    } catch (IOException e) {
      throw new StorageFailure(folder.folder(), e);
    }
  }

  private Shelved shelve(Path file) throws IOException {
    var inspected = inspector.inspect(file);
    if (inspected instanceof Broken broken) return new Shelved.Broken(broken.words());
    var whole = (Whole) inspected;
    glances.put(whole);
    if (!has(whole.picture())) {
      folder.putThumbnail(whole);
      folder.put(file, whole.picture());
    }
    return new Shelved.OnShelf(whole.picture());
  }

  private Seen seen(Picture picture) throws IOException {
    var lately = glances.of(picture);
    if (lately != null) return lately;
    if (inspector.inspect(folder.picture(picture)) instanceof Whole whole)
      return glances.put(whole);
    throw new IOException(folder.picture(picture) + " is no picture any more");
  }
}
