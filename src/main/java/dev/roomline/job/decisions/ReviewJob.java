package dev.roomline.job.decisions;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.RowNumbers;
import dev.roomline.domain.Status;
import dev.roomline.failure.NotStarted;
import dev.roomline.job.session.Assembly;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.ledger.Judgement;
import dev.roomline.ledger.Judgement.Decision;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

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
    try (var last = LastRun.open(sheet, clock)) {
      return new ReviewReport(List.of(), waiting(last.table()));
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
    try (var last = LastRun.open(sheet, clock);
        var shelf = Assembly.shelf(sheet)) {
      var decided = decide(matching(last.table(), rows), judgement, last);
      last.publish(shelf);
      return new ReviewReport(decided, waiting(last.table()));
    }
  }

  private static List<Long> decide(List<ResultRow> lines, Judgement judgement, LastRun last) {
    var decided = new ArrayList<Long>();
    for (var line : lines) {
      var purchase = last.known(line).orElseThrow().purchase();
      last.ledger().decisions().judge(purchase, judgement);
      last.refresh(purchase.key());
      decided.add(line.place().row());
    }
    return decided;
  }

  /** Of a row with several lines those that have a picture; one must. */
  private static List<ResultRow> matching(ResultTable table, RowNumbers rows) {
    var byRow = new TreeMap<Long, List<ResultRow>>();
    table.forEach(line -> {
      var row = line.place().row();
      var meant = rows.areAll() ? line.status() == Status.REVIEW : rows.contain(row);
      if (meant) byRow.computeIfAbsent(row, none -> new ArrayList<>()).add(line);
    });
    if (byRow.isEmpty()) {
      throw new BadInput(
          rows.areAll() ? "nothing waits for a look" : "none of these rows is in the results");
    }
    return byRow.values().stream()
        .flatMap(lines -> withPictures(lines).stream())
        .toList();
  }

  private static List<ResultRow> withPictures(List<ResultRow> lines) {
    var shown = lines.stream().filter(ReviewJob::hasPictures).toList();
    if (!shown.isEmpty()) return shown;
    var first = lines.get(0);
    throw new BadInput("row " + first.place().row() + " has no picture to decide about: it is "
        + first.status().text());
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
}
