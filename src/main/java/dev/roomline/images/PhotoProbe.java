package dev.roomline.images;

import dev.roomline.domain.StorageException;
import dev.roomline.download.DownloadResult;
import dev.roomline.download.DownloadSettings;
import dev.roomline.download.Downloader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an address delivers a picture, by its first few bytes: signed addresses refuse HEAD
 * requests, and many servers answer a login page as success. Safe for several threads.
 */
public final class PhotoProbe implements AutoCloseable {
  private final Downloader downloader;

  public PhotoProbe(DownloadSettings settings) {
    this.downloader = new Downloader(settings);
  }

  /**
   * Why an address cannot be used.
   *
   * @param reason what is wrong, and what to do about it
   * @param passing whether the host did not answer, so that a later try may succeed
   */
  public record Objection(String reason, boolean passing) {}

  /** What is wrong with a photo's address; empty if a picture is there. */
  public Optional<Objection> ask(String url) {
    @Nullable Path beginning = null;
    try {
      beginning = Files.createTempFile("roomline-", ".part");
      return judge(downloader.fetchBeginning(url, beginning, FileTypeGuess.LOOKED_AT), beginning);
    } catch (IOException e) {
      throw new StorageException(Path.of(System.getProperty("java.io.tmpdir", ".")), e);
    } finally {
      delete(beginning);
    }
  }

  private static Optional<Objection> judge(DownloadResult download, Path beginning)
      throws IOException {
    if (download instanceof DownloadResult.Absent absent) {
      return objection(
          absent.reason() + "; see that the photo opens in a browser without a login", false);
    }
    if (download instanceof DownloadResult.Failed failed) {
      return objection(failed.reason() + "; see that it is up, and plan again", true);
    }
    if (download instanceof DownloadResult.Forbidden no) {
      return objection(no.reason() + "; " + no.remedy(), false);
    }
    var bytes = Files.readAllBytes(beginning);
    if (ImageFormat.of(bytes) != null) return Optional.empty();
    return objection("the file there " + FileTypeGuess.flaw(bytes).ofPhoto(), false);
  }

  private static Optional<Objection> objection(String reason, boolean passing) {
    return Optional.of(new Objection(reason, passing));
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) Files.deleteIfExists(file);
    } catch (IOException e) {
      // The system clears its folder of temporary files.
    }
  }

  /** Closes all connections. */
  @Override
  public void close() {
    downloader.close();
  }
}
