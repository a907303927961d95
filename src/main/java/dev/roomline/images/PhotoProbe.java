package dev.roomline.images;

import dev.roomline.domain.StorageFailure;
import dev.roomline.download.FetchSettings;
import dev.roomline.download.Fetched;
import dev.roomline.download.Fetcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks an address whether a picture is there, by the first few bytes of it: signed addresses refuse
 * any other question, and many a server calls a login page a success. Safe for several threads.
 */
public final class PhotoProbe implements AutoCloseable {
  private final Fetcher fetcher;

  public PhotoProbe(FetchSettings settings) {
    this.fetcher = new Fetcher(settings);
  }

  /**
   * Why an address cannot be used.
   *
   * @param words what is wrong, and what to do about it
   * @param passing whether it is its host that did not answer, so that it may pass
   */
  public record Objection(String words, boolean passing) {}

  /** What is wrong with a photo's address; empty if a picture is there. */
  public Optional<Objection> ask(String url) {
    @Nullable Path beginning = null;
    try {
      beginning = Files.createTempFile("roomline-", ".part");
      return judge(fetcher.fetchBeginning(url, beginning, Stranger.LOOKED_AT), beginning);
    } catch (IOException e) {
      throw new StorageFailure(Path.of(System.getProperty("java.io.tmpdir", ".")), e);
    } finally {
      delete(beginning);
    }
  }

  private static Optional<Objection> judge(Fetched fetched, Path beginning) throws IOException {
    if (fetched instanceof Fetched.Absent absent) {
      return objection(
          absent.words() + "; see that the photo opens in a browser without a login", false);
    }
    if (fetched instanceof Fetched.Failed failed) {
      return objection(failed.words() + "; see that it is up, and plan again", true);
    }
    if (fetched instanceof Fetched.Forbidden no) {
      return objection(no.words() + "; " + no.remedy(), false);
    }
    var bytes = Files.readAllBytes(beginning);
    if (Format.of(bytes) != null) return Optional.empty();
    return objection("what is there " + Stranger.flaw(bytes).ofPhoto(), false);
  }

  private static Optional<Objection> objection(String words, boolean passing) {
    return Optional.of(new Objection(words, passing));
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) Files.deleteIfExists(file);
    } catch (IOException e) {
      // The system clears its folder of temporary files.
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    fetcher.close();
  }
}
