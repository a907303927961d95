package dev.roomline.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/** Held by the one process that may work in a state folder; freed when it ends, however it ends. */
public final class StateLock implements AutoCloseable {
  private final FileChannel channel;
  private final Path folder;

  private StateLock(FileChannel channel, Path folder) {
    this.channel = channel;
    this.folder = folder;
  }

  /** Opens the books, creating or upgrading their tables; close them before the lock. */
  public Database open(int writers) {
    return Database.open(folder.resolve("roomline"), writers);
  }

  static Optional<StateLock> on(FileChannel channel, Path folder) throws IOException {
    try {
      if (channel.tryLock() != null) return Optional.of(new StateLock(channel, folder));
    } catch (OverlappingFileLockException heldInThisProcess) {
      // As good as held by another process.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
