package dev.roomline.job.decisions;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.job.session.JobSettings;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Decision.Kind;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The command {@code review}: a person decides about pictures. The ledger keeps who and why. */
public final class PictureReviewer {
  private final JobFile jobFile;
  private final Clock clock;

  public PictureReviewer(JobFile jobFile, Clock clock) {
    this.jobFile = jobFile;
    this.clock = clock;
  }

  /**
   * Lists what is to be reviewed in the job's last run.
   *
   * @throws InvalidInputException if the job has not run yet
   * @throws StartRefusedException if a run uses the state
   */
  public ReviewReport waiting() throws InterruptedException {
    try (var last = OpenedRun.open(jobFile, clock)) {
      return new ReviewReport(List.of(), waiting(last.table()));
    }
  }

  /**
   * Accepts pictures of the job's last run, whatever the checks say, and writes its output again.
   *
   * @throws InvalidInputException if a row has no picture to decide about
   * @throws StartRefusedException if a run uses the state
   */
  public ReviewReport accept(RowSelection rows, String by, String why)
      throws InterruptedException, IOException {
    return decide(rows, new Decision(Kind.ACCEPTED, by, why, clock.instant()));
  }

  /** Rejects pictures, so that they leave the output; otherwise as {@link #accept}. */
  public ReviewReport reject(RowSelection rows, String by, String why)
      throws InterruptedException, IOException {
    return decide(rows, new Decision(Kind.REJECTED, by, why, clock.instant()));
  }

  private ReviewReport decide(RowSelection rows, Decision decision)
      throws InterruptedException, IOException {
    try (var last = OpenedRun.open(jobFile, clock);
        var pictureStore = JobSettings.pictureStore(jobFile)) {
      var lines = last.chosen(() -> matching(last.table(), rows), pictureStore);
      var decided = decide(lines, decision, last);
      last.publish(pictureStore);
      return new ReviewReport(decided, waiting(last.table()));
    }
  }

  private static List<Long> decide(List<ResultRow> lines, Decision decision, OpenedRun last) {
    var decided = new ArrayList<Long>();
    for (var line : lines) {
      var purchase = last.known(line).orElseThrow().purchase();
      last.purchases().decisions().review(purchase, decision);
      last.refresh(purchase.key());
      decided.add(line.position().row());
    }
    return decided;
  }

  /** The lines of these rows that have a picture; each row must have one. */
  private static List<ResultRow> matching(ResultTable table, RowSelection rows) {
    var byRow = new TreeMap<Long, List<ResultRow>>();
    table.forEach(line -> {
      var row = line.position().row();
      var meant = rows.areAll() ? line.status() == ResultStatus.REVIEW : rows.contains(row);
      if (meant) byRow.computeIfAbsent(row, none -> new ArrayList<>()).add(line);
    });
    if (byRow.isEmpty()) {
      throw new InvalidInputException(
          rows.areAll() ? "nothing to review" : "none of these rows is in the results");
    }
    return byRow.values().stream()
        .flatMap(lines -> withPictures(lines).stream())
        .toList();
  }

  private static List<ResultRow> withPictures(List<ResultRow> lines) {
    var shown = lines.stream().filter(PictureReviewer::hasPictures).toList();
    if (!shown.isEmpty()) return shown;
    var first = lines.get(0);
    throw new InvalidInputException("row " + first.position().row()
        + " has no picture to decide about: its status is " + first.status().text());
  }

  private static boolean hasPictures(ResultRow line) {
    return !line.pictures().renders().isEmpty();
  }

  private static List<ReviewReport.Waiting> waiting(ResultTable table) {
    var waiting = new ArrayList<ReviewReport.Waiting>();
    table.forEach(line -> {
      if (line.status() != ResultStatus.REVIEW) return;
      waiting.add(new ReviewReport.Waiting(
          line.position().row(),
          String.join(" | ", line.pictures().checks()),
          String.join(" ", line.shown())));
    });
    return waiting;
  }
}
