package dev.roomline.state;

import dev.roomline.domain.OwnerOnly;
import dev.roomline.domain.PlainFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held by the one process that may use a state folder; the system frees it when the process ends. */
public final class StateLock implements AutoCloseable {
  private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();
  private static final Set<OpenOption> OPENED =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final FileChannel channel;
  private final Path folder;

  private StateLock(FileChannel channel, Path folder) {
    this.channel = channel;
    this.folder = folder;
  }

  /** Opens the ledger, and creates or upgrades its tables; close it before the lock. */
  public Database open(int writers) {
    return Database.open(folder.resolve(StateFolder.DATABASE), writers);
  }

  /** Takes a folder that exists; empty if it is taken, by this process or another. */
  static Optional<StateLock> on(Path folder) throws IOException {
    // A second channel would, when closed, free the lock of the first.
    if (!TAKEN_HERE.add(folder)) return Optional.empty();
    FileLock lock = null;
    try {
      var file = folder.resolve("lock");
      PlainFile.require(file);
      var channel = FileChannel.open(file, OPENED, OwnerOnly.file(file));
      lock = channel.tryLock();
      if (lock != null) return Optional.of(new StateLock(channel, folder));
      channel.close();
      return Optional.empty();
    } finally {
      if (lock == null) TAKEN_HERE.remove(folder);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      TAKEN_HERE.remove(folder);
    }
  }
}
