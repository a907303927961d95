package dev.roomline.state;

import dev.roomline.domain.OwnerOnly;
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

  /** Refuses a path that the database could not open; the message says what to do. */
  public StateFolder {
    DatabaseUrl.check(path);
  }

  static final String DATABASE = "roomline";
  static final String DATABASE_ENDING = ".mv.db";

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /**
   * Locks the folder for this process; call it before opening the database.
   *
   * @param patience how long to wait for another run to end; zero asks once
   * @return empty if another process still holds it
   */
  public Optional<StateLock> lock(Duration patience) throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var lock = tryLock();
      if (lock.isPresent() || System.nanoTime() >= deadline) return lock;
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  /** Whether a process holds the lock. */
  public boolean busy() {
    if (!Files.exists(path.resolve("lock"))) return false;
    var lock = tryLock();
    lock.ifPresent(StateLock::close);
    return lock.isEmpty();
  }

  /** Whether there is a ledger. */
  public boolean hasDatabase() {
    // H2 may have been killed between taking the old file away and naming the compacted one.
    var database = path.resolve(DATABASE + DATABASE_ENDING);
    return Files.exists(database) || Files.exists(compacted(database));
  }

  /** Where H2 writes a compacted database to. */
  static Path compacted(Path database) {
    return database.resolveSibling(database.getFileName() + ".newFile");
  }

  /** Whether pictures are kept here; they remain if the ledger is lost. */
  public boolean hasPictures() {
    var pictures = path.resolve("pictures");
    if (!Files.isDirectory(pictures)) return false;
    try (var files = Files.find(pictures, 2, (file, about) -> about.isRegularFile())) {
      return files.anyMatch(file -> !file.toString().endsWith(".part"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pictures, e);
    }
  }

  /** The status file of the current run. */
  public RunStatusFile runStatusFile() {
    return new RunStatusFile(path.resolve("run.json"));
  }

  private Optional<StateLock> tryLock() {
    try {
      OwnerOnly.createFolder(path);
      return StateLock.on(path.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the state folder " + path, e);
    }
  }
}
