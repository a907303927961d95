package dev.roomline.images;

import dev.roomline.domain.Picture;
import dev.roomline.domain.PlainFile;
import dev.roomline.domain.StorageException;
import dev.roomline.download.DownloadResult;
import dev.roomline.download.DownloadSettings;
import dev.roomline.download.Downloader;
import dev.roomline.images.InspectionResult.Broken;
import dev.roomline.images.InspectionResult.Whole;
import dev.roomline.images.PictureChecks.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pictures by their SHA-256, whole or not at all. A picture is fetched into a file of its
 * own, checked, synced, and renamed, so a name in the picture store means good bytes even after
 * the process was killed. Safe for several threads; the state's lock keeps other processes away.
 */
public final class PictureStore implements AutoCloseable {
  /** Ended downloads need a moment to let go. */
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final PictureStoreFolder folder;
  private final Downloader downloader;
  private final ImageInspector imageInspector = new ImageInspector();
  private final PictureChecks pictureChecks;
  private final CheckCache checkCache = new CheckCache();

  /** Held shared while a picture is stored; closing waits for it. */
  private final ReadWriteLock storing = new ReentrantReadWriteLock();

  private volatile boolean closed;

  /** Opens the picture store in a folder; unfinished downloads of a killed process are deleted. */
  public PictureStore(Path folder, DownloadSettings fetching, CheckSettings checks) {
    this.folder = PictureStoreFolder.open(folder);
    this.downloader = new Downloader(fetching);
    this.pictureChecks = new PictureChecks(checks);
  }

  /**
   * Downloads the picture at an address into the picture store.
   *
   * @throws StorageException if the disk fails
   */
  public StoreResult fetch(String url) {
    return storeFrom(file -> store(downloader.fetch(url, file), file));
  }

  /** As {@link #fetch}, but gives up after this time if that is sooner than usual. */
  public StoreResult fetch(String url, Duration within) {
    return storeFrom(file -> store(downloader.fetch(url, file, within), file));
  }

  /**
   * Copies a file into the picture store.
   *
   * @throws StorageException if the disk fails
   */
  public StoreResult copy(Path original) {
    return storeFrom(file -> {
      try (var out = Files.newOutputStream(file)) {
        Files.copy(original, out); // the bytes alone: the store has its own permissions
      } catch (IOException e) {
        return new StoreResult.Failed(
            original.getFileName() + " cannot be read: " + e.getMessage());
      }
      return store(file);
    });
  }

  /**
   * Whether the picture is stored, and is neither changed nor cut short since.
   *
   * @throws StorageException if the disk fails
   */
  public boolean has(Picture picture) {
    try {
      return folder.has(picture);
    } catch (IOException e) {
      throw new StorageException(folder.folder(), e);
    }
  }

  /** The picture's file; read-only, as other names may lead to the same bytes. */
  public Path file(Picture picture) {
    return folder.picture(picture);
  }

  /** A small JPEG of the picture, at most 640 pixels long. */
  public Path thumbnail(Picture picture) throws IOException {
    var small = folder.thumbnail(picture);
    if (!PlainFile.exists(small)
        && imageInspector.inspect(folder.picture(picture)) instanceof Whole whole) {
      folder.putThumbnail(whole);
    }
    return small;
  }

  /** Why a person should look at a render; empty if all is well. */
  public List<String> check(Picture render, @Nullable Picture photo) {
    try {
      return pictureChecks.reasons(seen(render), photo == null ? null : seen(photo));
    } catch (IOException e) {
      throw new StorageException(folder.folder(), e);
    }
  }

  /** Ends all downloads; unfinished ones are dropped. Nothing is stored any more. */
  @Override
  public void close() {
    downloader.close();
    try {
      closed = storing.writeLock().tryLock(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (closed) storing.writeLock().unlock();
  }

  private interface Source {
    StoreResult into(Path file) throws IOException;
  }

  private StoreResult storeFrom(Source source) {
    storing.readLock().lock();
    try {
      if (closed) return new StoreResult.Failed("the picture store is closed");
      var incoming = folder.incoming();
      try {
        return source.into(incoming);
      } finally {
        // Asked first, as deleting a missing file waits for all writers in that folder.
        if (Files.exists(incoming)) Files.delete(incoming);
      }
    } catch (IOException e) {
      throw new StorageException(folder.folder(), e);
    } finally {
      storing.readLock().unlock();
    }
  }

  private StoreResult store(DownloadResult download, Path file) throws IOException {
    if (download instanceof DownloadResult.Absent absent)
      return new StoreResult.Absent(absent.reason());
    if (download instanceof DownloadResult.Failed failed)
      return new StoreResult.Failed(failed.reason());
    return download instanceof DownloadResult.Forbidden no
        ? new StoreResult.Refused(no.reason() + "; " + no.remedy())
        : store(file);
  }

  private StoreResult store(Path file) throws IOException {
    var result = imageInspector.inspect(file);
    if (result instanceof Broken broken) return new StoreResult.Broken(broken.reason());
    var whole = (Whole) result;
    checkCache.put(whole);
    if (!has(whole.picture())) {
      folder.putThumbnail(whole);
      folder.put(file, whole.picture());
    }
    return new StoreResult.Stored(whole.picture());
  }

  private Seen seen(Picture picture) throws IOException {
    var lately = checkCache.of(picture);
    if (lately != null) return lately;
    if (imageInspector.inspect(folder.picture(picture)) instanceof Whole whole)
      return checkCache.put(whole);
    throw new IOException(folder.picture(picture) + " is not a picture any more");
  }
}
