package dev.roomline.state;

import dev.roomline.domain.DaemonThreads;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compacts the database while the ledger is written. Each commit leaves a few used pages among many
 * unused ones, and H2 moves them together by itself only if commits may be delayed. Without it a
 * list of 20,000 rooms needs three to six times the disk space.
 */
final class DatabaseCompaction implements AutoCloseable {
  private static final int PAUSE_MS = 200;

  /** Percent of the space in use; to fill it better would cost more than it saves. */
  private static final int FILLED = 50;

  /** Bytes of pages moved at a time, while commits wait: some 20 ms. */
  private static final int AT_ONCE = 1 << 20;

  private final MVStore store;
  private final long large;
  private final ScheduledExecutorService executor;
  private volatile long seen;

  /** Starts at once; does not touch a file of less than {@code large} bytes. */
  DatabaseCompaction(DataSource dataSource, long large) {
    this.store = new JdbcTemplate(dataSource)
        .execute((ConnectionCallback<MVStore>) VersionKeepingDataSource::store);
    this.large = large;
    this.seen = store.getCurrentVersion();
    this.executor =
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.numbered("compaction"));
    var unused =
        executor.scheduleWithFixedDelay(this::compact, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
  }

  /**
   * Moves the pages of the emptiest parts, whose room later commits can use, if anything was
   * committed since: a ledger that is only read stays as it is.
   */
  void compact() {
    try {
      var version = store.getCurrentVersion();
      if (version == seen || store.getFileStore().size() < large) return;
      seen = version;
      store.compact(FILLED, AT_ONCE);
    } catch (RuntimeException e) {
      // The next write fails with the same error and reports it.
    }
  }

  /** Returns when nothing is being moved any more. */
  @Override
  public void close() {
    executor.shutdown(); // never interrupted: that would close H2's file
    try {
      executor.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
