package dev.roomline.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The folder that holds the ledger: one run at a time, held by a lock that the system frees when its
 * process dies.
 */
public record StateFolder(Path path) {

  static final String BOOKS = "roomline";
  static final String BOOKS_ENDING = ".mv.db";

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /**
   * Takes the folder for this process, before its database is opened.
   *
   * @param patience how long to wait for another run to end; zero asks once
   * @return empty if another process holds it still
   */
  public Optional<StateLock> lock(Duration patience) throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var lock = tryLock();
      if (lock.isPresent() || System.nanoTime() >= deadline) return lock;
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  /** True while some process works here. */
  public boolean busy() {
    if (!Files.exists(path.resolve("lock"))) return false;
    var lock = tryLock();
    lock.ifPresent(StateLock::close);
    return lock.isEmpty();
  }

  /** True once a render was sent from here. */
  public boolean hasDatabase() {
    // H2 may have been killed between taking the old file away and naming the compacted one.
    return Files.exists(path.resolve(BOOKS + BOOKS_ENDING))
        || Files.exists(path.resolve(BOOKS + BOOKS_ENDING + ".newFile"));
  }

  /** True if pictures were ever kept here; they remain if the ledger is lost. */
  public boolean hasPictures() {
    var pictures = path.resolve("pictures");
    if (!Files.isDirectory(pictures)) return false;
    try (var files = Files.find(pictures, 2, (file, about) -> about.isRegularFile())) {
      return files.anyMatch(file -> !file.toString().endsWith(".part"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pictures, e);
    }
  }

  /** The sign of life of the run that is on, as it last wrote it. */
  public RunStatusFile signOfLife() {
    return new RunStatusFile(path.resolve("run.json"));
  }

  private Optional<StateLock> tryLock() {
    try {
      Files.createDirectories(path);
      return StateLock.on(path.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the state folder " + path, e);
    }
  }
}
