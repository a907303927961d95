package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;
import java.awt.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Uploaded pictures, on disk until the sandbox closes; the next sandbox does not know them. After
 * deletion or expiry the link fails, but renders of the picture can still be drawn.
 */
final class Uploads implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("/(?:temp|generations)/(\\d{1,10})\\.png");

  private final Clock clock;
  private final Map<Long, Upload> byId = new ConcurrentHashMap<>();
  private final Map<String, Original> byName = new ConcurrentHashMap<>();
  /** Does not start at 1: a link of an earlier sandbox must not show another picture. */
  private long last = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000);

  private @Nullable Path folder;

  Uploads(Clock clock) {
    this.clock = clock;
  }

  /** Whether a path looks like that of an upload, expired or not. */
  static boolean link(String path) {
    return LINK.matcher(path).matches();
  }

  synchronized Upload keep(DataUri sent, String under, Instant until) {
    var size = PhotoReader.size(sent.bytes());
    var digest = Dice.digest(sent.bytes());
    var name = Upload.name(size == null ? new Dimension(3, 2) : size, digest);
    byName.computeIfAbsent(name, any -> new Original(written(digest, sent.bytes()), sent.type()));
    var upload = new Upload(++last, under + last + ".png", name, until);
    byId.put(upload.id(), upload);
    return upload;
  }

  /** Null if the link has expired. */
  @Nullable
  Upload at(String path) {
    var found = LINK.matcher(path);
    var upload = found.matches() ? byId.get(Long.parseLong(found.group(1))) : null;
    var alive =
        upload != null && upload.path().equals(path) && clock.instant().isBefore(upload.until());
    return alive ? upload : null;
  }

  @Nullable
  Original find(String name) {
    return byName.get(name);
  }

  /** False if there is no upload of that id. */
  boolean delete(long id) {
    var deleted = byId.remove(id);
    return deleted != null && clock.instant().isBefore(deleted.until());
  }

  private Path written(String name, byte[] bytes) {
    try {
      if (folder == null) {
        folder = Files.createTempDirectory("roomline-sandbox-");
        folder.toFile().deleteOnExit();
      }
      var file = Files.write(folder.resolve(name), bytes);
      // If Ctrl-C ends the sandbox.
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (folder == null) return;
    try {
      for (var kept : byName.values()) Files.deleteIfExists(kept.file());
      Files.deleteIfExists(folder);
    } catch (IOException left) {
      // The process tries again at its exit.
    }
  }
}
