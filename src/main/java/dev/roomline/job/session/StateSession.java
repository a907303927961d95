package dev.roomline.job.session;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.images.PictureStore;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.CostQuery;
import dev.roomline.ledger.EndpointNames;
import dev.roomline.ledger.KeptRenders;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchases;
import dev.roomline.ledger.RenderTimes;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.WalletLog;
import dev.roomline.results.InvalidRows;
import dev.roomline.results.ResultTable;
import dev.roomline.results.ShownResults;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * A state folder, locked and with its database open. It hands out what the database holds. Closing
 * it closes the database and then releases the lock.
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
   * Locks a state and opens its database for a command without {@code --wait}.
   *
   * @throws StartRefusedException if another process uses the state
   */
  public static StateSession open(StateFolder state, Clock clock) throws InterruptedException {
    return open(StateAccess.acquireNow(state), clock);
  }

  /**
   * Locks a state and opens its database for a command that mostly reads.
   *
   * @param wait how long to wait for another run
   * @throws StartRefusedException if another process uses the state after that time
   */
  public static StateSession open(StateFolder state, Duration wait, Clock clock)
      throws InterruptedException {
    return open(StateAccess.acquire(state, wait, line -> {}), clock);
  }

  private static StateSession open(StateLock lock, Clock clock) {
    try {
      return new StateSession(lock.open(1), lock::close, clock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the database of a locked state. The caller keeps the lock and releases it after closing
   * this.
   *
   * @param writers threads that may need the database at the same time
   */
  public static StateSession in(StateLock lock, int writers, Clock clock) {
    return new StateSession(lock.open(writers), () -> {}, clock);
  }

  /** The name under which this state knows an endpoint. */
  public String name(EndpointSettings endpoint) {
    return EndpointNames.known(database.source(), endpoint.ids());
  }

  /** The ledger of one endpoint: what was paid for there, and what is to be. */
  public Ledger ledger(EndpointSettings endpoint) {
    return new Ledger(database.source(), database.transactions(), name(endpoint), clock);
  }

  /** The purchases at all endpoints. */
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

  /** Rows of a job that were invalid when a run last checked them, and why. */
  public Map<Long, String> invalidRows(Run.Job job) {
    return InvalidRows.of(database.source(), job);
  }

  /** The results of a run as they are shown, with the pictures of this store. */
  public ShownResults shownResults(Run run, PictureStore pictureStore) {
    return new ShownResults(results(run), new KeptRenders(database.source()), pictureStore::has);
  }

  /** What runs cost. */
  public CostQuery costs() {
    return new CostQuery(database.source());
  }

  /** What the accounts' wallets held. */
  public WalletLog wallet() {
    return new WalletLog(database.source());
  }

  /** How long an endpoint's renders took. */
  public RenderTimes renderTimes(EndpointSettings endpoint) {
    return new RenderTimes(database.source(), name(endpoint));
  }

  /** The database itself: for Spring Batch, for a person's own query, and for the state's id. */
  public Database database() {
    return database;
  }

  /**
   * Closes the database as {@link #close} does and frees the disk space that it does not need. The
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
    return new InvalidInputException(jobFile.file() + " has no results in " + jobFile.state()
        + "; run it first: roomline run JOB");
  }
}
