package dev.roomline.job.session;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.CostQuery;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchases;
import dev.roomline.ledger.RenderTimes;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.WalletLog;
import dev.roomline.results.InvalidRows;
import dev.roomline.results.ResultTable;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * A state folder at work: locked, its database opened. It hands out what the database holds;
 * closing it closes the database, then frees the lock.
 */
public final class StateSession implements AutoCloseable {
  private final Database database;
  private final Runnable unlock;
  private final Clock clock;

  private StateSession(Database database, Runnable unlock, Clock clock) {
    this.database = database;
    this.unlock = unlock;
    this.clock = clock;
  }

  /**
   * Locks a state and opens its database for a command that mostly reads.
   *
   * @param wait how long another run is waited for
   * @throws StartRefusedException if another process holds the state still
   */
  public static StateSession open(StateFolder state, Duration wait, Clock clock)
      throws InterruptedException {
    var lock = StateAccess.acquire(state, wait, line -> {});
    try {
      return new StateSession(lock.open(1), lock::close, clock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the database of a state that is locked; the lock stays the caller's, who frees it after
   * closing this.
   *
   * @param writers threads that may want the database at one moment
   */
  public static StateSession in(StateLock lock, int writers, Clock clock) {
    return new StateSession(lock.open(writers), () -> {}, clock);
  }

  /** What was bought at an endpoint and is to be bought there. */
  public Ledger ledger(String endpoint) {
    return new Ledger(database.source(), database.transactions(), endpoint, clock);
  }

  /** What was bought anywhere. */
  public Purchases purchases() {
    return new Purchases(database.source(), database.transactions(), clock);
  }

  /** The runs of all jobs in this state. */
  public Runs runs() {
    return new Runs(database.source(), clock);
  }

  /** The results of a run. */
  public ResultTable results(Run run) {
    return results(run.number());
  }

  /** The results of a run, by its number. */
  public ResultTable results(long run) {
    return new ResultTable(database.source(), run);
  }

  /** Rows of a job that were invalid when a run last judged them, and why. */
  public Map<Long, String> invalidRows(String jobFile) {
    return InvalidRows.of(database.source(), jobFile);
  }

  /** What runs came to in money. */
  public CostQuery costs() {
    return new CostQuery(database.source());
  }

  /** What the accounts' wallets held. */
  public WalletLog wallet() {
    return new WalletLog(database.source());
  }

  /** How long an endpoint's renders took. */
  public RenderTimes renderTimes(String endpoint) {
    return new RenderTimes(database.source(), endpoint);
  }

  /** All of it; for Spring Batch, a person's own query, and the state's identity. */
  public Database database() {
    return database;
  }

  /**
   * Closes the database as {@link #close} does, and gives back the room that it does not need. The
   * lock stays: close this afterwards.
   */
  void compact() {
    database.compactAndClose();
  }

  @Override
  public void close() {
    database.close();
    unlock.run();
  }

  /** What to tell of a job that has not run with this state. */
  public static InvalidInputException neverRun(JobFile jobFile) {
    return new InvalidInputException(
        jobFile.file() + " has no results in " + jobFile.state() + "; run it first");
  }
}
