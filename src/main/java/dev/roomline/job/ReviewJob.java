package dev.roomline.job;

import dev.roomline.ledger.Judgement;
import dev.roomline.ledger.Judgement.Decision;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.room.BadInput;
import dev.roomline.sheet.JobSheet;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The verb {@code review}: a person decides about pictures; who and why goes into the books. */
public final class ReviewJob {
  private final JobSheet sheet;
  private final Clock clock;

  public ReviewJob(JobSheet sheet, Clock clock) {
    this.sheet = sheet;
    this.clock = clock;
  }

  /**
   * Tells what waits for a look in the job's last run.
   *
   * @throws BadInput if the job has not run yet
   * @throws NotStarted if a run holds the state
   */
  public ReviewReport waiting() throws InterruptedException {
    try (var lock = Holding.take(state(), Duration.ZERO, line -> {});
        var books = lock.open(1)) {
      var last = new Runs(books.source(), clock).last(name()).orElseThrow(this::neverRun);
      return new ReviewReport(List.of(), waiting(new ResultTable(books.source(), last.number())));
    }
  }

  /**
   * Accepts pictures of the job's last run, whatever the checks say, and prints its output anew.
   *
   * @throws BadInput if a row has no picture to decide about
   * @throws NotStarted if a run holds the state
   */
  public ReviewReport accept(RowNumbers rows, String by, String why)
      throws InterruptedException, IOException {
    return decide(rows, new Judgement(Decision.ACCEPTED, by, why, clock.instant()));
  }

  /** Rejects pictures, so that they leave the output; otherwise as {@link #accept}. */
  public ReviewReport reject(RowNumbers rows, String by, String why)
      throws InterruptedException, IOException {
    return decide(rows, new Judgement(Decision.REJECTED, by, why, clock.instant()));
  }

  private ReviewReport decide(RowNumbers rows, Judgement judgement)
      throws InterruptedException, IOException {
    try (var lock = Holding.take(state(), Duration.ZERO, line -> {});
        var books = lock.open(1);
        var shelf = Assembly.shelf(sheet)) {
      var runs = new Runs(books.source(), clock);
      var last = runs.last(name()).orElseThrow(this::neverRun);
      var table = new ResultTable(books.source(), last.number());
      var decided = decide(matching(table, rows), judgement, books, last, table);
      var layout = Layout.parse(runs.header(last));
      var occasion =
          new Occasion(sheet.name(), last.number(), last.started(), clock.instant(), List.of());
      new Publication(sheet.output(), layout, shelf).publish(table, occasion);
      return new ReviewReport(decided, waiting(table));
    }
  }

  private List<Long> decide(
      List<ResultRow> lines, Judgement judgement, Database books, Run run, ResultTable table) {
    var ledger = new Ledger(books.source(), books.transactions(), "", clock);
    var decided = new ArrayList<Long>();
    for (var line : lines) {
      var key = Objects.requireNonNull(line.key());
      var entry = ledger.find(key, run.sinceEdition()).orElseThrow();
      ledger.pictures().judge(entry.purchase(), judgement);
      var known = ledger.find(key, run.sinceEdition()).orElseThrow();
      table.write(table.sharing(key).stream().map(it -> it.now(known, run)).toList());
      decided.add(line.place().row());
    }
    return decided;
  }

  private static List<ResultRow> matching(ResultTable table, RowNumbers rows) {
    var lines = new ArrayList<ResultRow>();
    table.forEach(line -> {
      if (!rows.contain(line.place().row())) return;
      if (rows.areAll() ? line.status() == Status.REVIEW : hasPictures(line)) lines.add(line);
      else if (!rows.areAll()) {
        throw new BadInput("row " + line.place().row() + " has no picture to decide about: it is "
            + line.status().text());
      }
    });
    if (lines.isEmpty()) throw new BadInput("none of these rows is in the results");
    return lines;
  }

  private static boolean hasPictures(ResultRow line) {
    return !line.pictures().renders().isEmpty();
  }

  private static List<ReviewReport.Waiting> waiting(ResultTable table) {
    var waiting = new ArrayList<ReviewReport.Waiting>();
    table.forEach(line -> {
      if (line.status() != Status.REVIEW) return;
      waiting.add(new ReviewReport.Waiting(
          line.place().row(),
          String.join(" | ", line.pictures().checks()),
          String.join(" ", line.shown())));
    });
    return waiting;
  }

  private StateFolder state() {
    var state = new StateFolder(sheet.state());
    if (!state.hasBooks()) throw neverRun();
    return state;
  }

  private String name() {
    return sheet.file().toString();
  }

  private BadInput neverRun() {
    return new BadInput(sheet.file() + " has no results in " + sheet.state() + "; run it first");
  }
}
