package dev.roomline.ledger;

import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A real database in a real file, with its ledger. */
final class LedgerFixture implements AutoCloseable {
  static final String ENDPOINT = "https://provider.example v5";
  static final Run.Job JOB = job("jobs/nightly.yml");

  final Database database;
  private final StateLock lock;
  final Ledger ledger;
  final Runs runs;

  LedgerFixture(Path folder) {
    this(folder, Clock.systemUTC());
  }

  LedgerFixture(Path folder, Clock clock) {
    lock = lock(folder);
    database = lock.open(16);
    ledger = new Ledger(database.source(), database.transactions(), ENDPOINT, clock);
    runs = new Runs(database.source(), clock);
  }

  private static StateLock lock(Path folder) {
    try {
      return new StateFolder(folder).lock(Duration.ZERO).orElseThrow();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The job with this file, by that path. */
  static Run.Job job(String file) {
    return new Run.Job(Path.of(file).getFileName().toString().replace(".yml", ""), file, file);
  }

  Run begin(String digest) {
    return begin(digest, false).run();
  }

  Run.Begun begin(String digest, boolean fresh) {
    return begin(JOB, digest, fresh);
  }

  Run.Begun begin(Run.Job job, String digest, boolean fresh) {
    return runs.begin(new Run.Request(job, job.file() + ".csv", digest, "r", fresh), "[]");
  }

  @Override
  public void close() {
    database.close();
    lock.close();
  }
}
