package dev.roomline.job.decisions;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RenderKey;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.images.PictureStore;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateSession;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.Purchases;
import dev.roomline.ledger.Run;
import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.state.StateFolder;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A job's last run, opened so that a person can decide about its rows. */
public final class OpenedRun implements AutoCloseable {
  private final JobFile jobFile;
  private final Clock clock;
  private final StateSession session;
  private final Purchases purchases;
  private final Run run;
  private final ResultTable table;

  private OpenedRun(JobFile jobFile, Clock clock, StateSession session) {
    this.jobFile = jobFile;
    this.clock = clock;
    this.session = session;
    this.purchases = session.purchases();
    this.run = session
        .runs()
        .last(JobSettings.job(jobFile))
        .orElseThrow(() -> StateSession.neverRun(jobFile));
    this.table = session.results(run);
  }

  /**
   * Locks the state and finds the run.
   *
   * @throws InvalidInputException if the job has not run yet
   * @throws StartRefusedException if a run uses the state
   */
  static OpenedRun open(JobFile jobFile, Clock clock) throws InterruptedException {
    var state = new StateFolder(jobFile.state());
    if (!state.hasDatabase()) throw StateSession.neverRun(jobFile);
    var session = StateSession.open(state, clock);
    try {
      return new OpenedRun(jobFile, clock, session);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  Run run() {
    return run;
  }

  ResultTable table() {
    return table;
  }

  Purchases purchases() {
    return purchases;
  }

  /** The ledger's entry for a line's render; empty if it was never sent. */
  Optional<LedgerEntry> known(ResultRow line) {
    return Optional.ofNullable(line.key()).flatMap(this::known);
  }

  /** Updates the lines that show a render from the ledger, and returns them. */
  List<ResultRow> refresh(RenderKey key) {
    var known = known(key).orElseThrow();
    var lines = table.sharing(key).stream().map(it -> it.now(known, run)).toList();
    table.write(lines);
    return lines;
  }

  /** Lets unsure lines follow the ledger: a kill may have come between a decision and its lines. */
  void refreshDecided() {
    var decided = new LinkedHashSet<RenderKey>();
    table.forEachUnsure(line -> known(line)
        .filter(it -> !it.meaning().isUndecided())
        .ifPresent(it -> decided.add(it.purchase().key())));
    decided.forEach(this::refresh);
  }

  /**
   * What a person wants to decide about. If it is nothing, the output is written all the same: a
   * kill may have come between an earlier decision and its output.
   */
  <T> T chosen(Supplier<T> choice, PictureStore pictureStore) {
    try {
      return choice.get();
    } catch (InvalidInputException e) {
      publish(pictureStore);
      throw e;
    }
  }

  /**
   * Writes the output folder again. After a kill the run has lines for some of its rows only; what
   * it shows then stays, and the next run writes it.
   */
  void publish(PictureStore pictureStore) {
    if (session.runs().isOpen(run)) return;
    var layout = CsvLayout.parse(session.runs().header(run));
    var occasion =
        new PublishedRun(jobFile.name(), run.number(), run.started(), clock.instant(), List.of());
    new OutputFolder(jobFile.output(), layout, pictureStore)
        .publish(session.shownResults(run, pictureStore), occasion);
  }

  @Override
  public void close() {
    session.close();
  }

  private Optional<LedgerEntry> known(RenderKey key) {
    return purchases.find(key, run.sinceEdition());
  }
}
