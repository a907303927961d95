package dev.roomline.job.decisions;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RenderKey;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.images.PictureStore;
import dev.roomline.job.session.StateAccess;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A job's last run, held open so that people can decide about its rows. */
public final class OpenedRun implements AutoCloseable {
  private final JobFile jobFile;
  private final Clock clock;
  private final StateLock lock;
  private final Database database;
  private final Runs runs;
  private final Ledger ledger;
  private final Run run;
  private final ResultTable table;

  private OpenedRun(JobFile jobFile, Clock clock, StateLock lock, Database database) {
    this.jobFile = jobFile;
    this.clock = clock;
    this.lock = lock;
    this.database = database;
    this.runs = new Runs(database.source(), clock);
    this.ledger = new Ledger(database.source(), database.transactions(), "", clock);
    this.run = runs.last(jobFile.file().toString()).orElseThrow(() -> neverRun(jobFile));
    this.table = new ResultTable(database.source(), run.number());
  }

  /**
   * Takes the state and looks the run up.
   *
   * @throws InvalidInputException if the job has not run yet
   * @throws StartRefusedException if a run holds the state
   */
  static OpenedRun open(JobFile jobFile, Clock clock) throws InterruptedException {
    var state = new StateFolder(jobFile.state());
    if (!state.hasBooks()) throw neverRun(jobFile);
    var lock = StateAccess.acquire(state, Duration.ZERO, line -> {});
    try {
      return open(jobFile, clock, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static OpenedRun open(JobFile jobFile, Clock clock, StateLock lock) {
    var database = lock.open(1);
    try {
      return new OpenedRun(jobFile, clock, lock, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  Run run() {
    return run;
  }

  ResultTable table() {
    return table;
  }

  Ledger ledger() {
    return ledger;
  }

  /** What the books know of a line's render by now; empty if it was never bought. */
  Optional<LedgerEntry> known(ResultRow line) {
    return Optional.ofNullable(line.key()).flatMap(this::known);
  }

  /** Brings the lines that show a render up to date from the books, and names them. */
  List<ResultRow> refresh(RenderKey key) {
    var known = known(key).orElseThrow();
    var lines = table.sharing(key).stream().map(it -> it.now(known, run)).toList();
    table.write(lines);
    return lines;
  }

  /** Prints the output anew. */
  void publish(PictureStore pictureStore) {
    var layout = CsvLayout.parse(runs.header(run));
    var occasion =
        new PublishedRun(jobFile.name(), run.number(), run.started(), clock.instant(), List.of());
    new OutputFolder(jobFile.output(), layout, pictureStore).publish(table, occasion);
  }

  @Override
  public void close() {
    database.close();
    lock.close();
  }

  private Optional<LedgerEntry> known(RenderKey key) {
    return ledger.find(key, run.sinceEdition());
  }

  public static InvalidInputException neverRun(JobFile jobFile) {
    return new InvalidInputException(
        jobFile.file() + " has no results in " + jobFile.state() + "; run it first");
  }
}
