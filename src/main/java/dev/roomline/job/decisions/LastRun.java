package dev.roomline.job.decisions;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.RenderKey;
import dev.roomline.failure.NotStarted;
import dev.roomline.images.Shelf;
import dev.roomline.job.session.Holding;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.output.Occasion;
import dev.roomline.output.Publication;
import dev.roomline.results.Layout;
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
public final class LastRun implements AutoCloseable {
  private final JobSheet sheet;
  private final Clock clock;
  private final StateLock lock;
  private final Database books;
  private final Runs runs;
  private final Ledger ledger;
  private final Run run;
  private final ResultTable table;

  private LastRun(JobSheet sheet, Clock clock, StateLock lock, Database books) {
    this.sheet = sheet;
    this.clock = clock;
    this.lock = lock;
    this.books = books;
    this.runs = new Runs(books.source(), clock);
    this.ledger = new Ledger(books.source(), books.transactions(), "", clock);
    this.run = runs.last(sheet.file().toString()).orElseThrow(() -> neverRun(sheet));
    this.table = new ResultTable(books.source(), run.number());
  }

  /**
   * Takes the state and looks the run up.
   *
   * @throws BadInput if the job has not run yet
   * @throws NotStarted if a run holds the state
   */
  static LastRun open(JobSheet sheet, Clock clock) throws InterruptedException {
    var state = new StateFolder(sheet.state());
    if (!state.hasBooks()) throw neverRun(sheet);
    var lock = Holding.take(state, Duration.ZERO, line -> {});
    try {
      return open(sheet, clock, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static LastRun open(JobSheet sheet, Clock clock, StateLock lock) {
    var books = lock.open(1);
    try {
      return new LastRun(sheet, clock, lock, books);
    } catch (RuntimeException e) {
      books.close();
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
  Optional<Entry> known(ResultRow line) {
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
  void publish(Shelf shelf) {
    var layout = Layout.parse(runs.header(run));
    var occasion =
        new Occasion(sheet.name(), run.number(), run.started(), clock.instant(), List.of());
    new Publication(sheet.output(), layout, shelf).publish(table, occasion);
  }

  @Override
  public void close() {
    books.close();
    lock.close();
  }

  private Optional<Entry> known(RenderKey key) {
    return ledger.find(key, run.sinceEdition());
  }

  public static BadInput neverRun(JobSheet sheet) {
    return new BadInput(sheet.file() + " has no results in " + sheet.state() + "; run it first");
  }
}
