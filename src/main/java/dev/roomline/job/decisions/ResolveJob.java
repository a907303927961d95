package dev.roomline.job.decisions;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.RowNumbers;
import dev.roomline.domain.Status;
import dev.roomline.failure.NotStarted;
import dev.roomline.images.Photos;
import dev.roomline.job.session.Assembly;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Judgement;
import dev.roomline.ledger.Judgement.Decision;
import dev.roomline.results.ResultRow;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The verb {@code resolve}: a person decides what nobody knows to be paid. */
public final class ResolveJob {
  private final JobSheet sheet;
  private final Clock clock;

  public ResolveJob(JobSheet sheet, Clock clock) {
    this.sheet = sheet;
    this.clock = clock;
  }

  /**
   * Tells which rows of the job's last run are unsure.
   *
   * @throws BadInput if the job has not run yet
   * @throws NotStarted if a run holds the state
   */
  public ResolveReport unsure() throws InterruptedException {
    try (var last = LastRun.open(sheet, clock)) {
      return report(List.of(), last);
    }
  }

  /**
   * Takes them as never paid: the next run buys each of them once more.
   *
   * @throws BadInput if a row is not unsure, or if something came of an earlier decision
   * @throws NotStarted if a run holds the state
   */
  public ResolveReport notPaid(RowNumbers rows, String by, String why)
      throws InterruptedException, IOException {
    return decide(rows, judgement(Decision.NOT_PAID, by, why), List.of());
  }

  /**
   * Takes them as paid; otherwise as {@link #notPaid}.
   *
   * @param pictures where their pictures lie, one each, for the next run to fetch; none if there
   *     are none
   */
  public ResolveReport paidElsewhere(RowNumbers rows, List<String> pictures, String by, String why)
      throws InterruptedException, IOException {
    return decide(
        rows,
        judgement(Decision.PAID_ELSEWHERE, by, why),
        pictures.stream().map(ResolveJob::address).toList());
  }

  /** Never buys them again, paid or not; otherwise as {@link #notPaid}. */
  public ResolveReport giveUp(RowNumbers rows, String by, String why)
      throws InterruptedException, IOException {
    return decide(rows, judgement(Decision.GIVEN_UP, by, why), List.of());
  }

  private Judgement judgement(Decision decision, String by, String why) {
    return new Judgement(decision, by, why, clock.instant());
  }

  private ResolveReport decide(RowNumbers rows, Judgement judgement, List<String> pictures)
      throws InterruptedException, IOException {
    try (var last = LastRun.open(sheet, clock);
        var shelf = Assembly.shelf(sheet)) {
      last.ledger().closeOpenClaims();
      var chosen = List.copyOf(Undecided.of(rows, last));
      if (!pictures.isEmpty() && pictures.size() != chosen.size()) {
        throw new BadInput("these rows have " + chosen.size() + " unsure renders, and "
            + pictures.size() + " pictures are named; name one for each, in the order of the list");
      }
      var decided = new TreeSet<Long>();
      for (var n = 0; n < chosen.size(); n++) {
        var picture = pictures.isEmpty() ? null : pictures.get(n);
        for (var line : decide(chosen.get(n), judgement, picture, last)) {
          decided.add(line.place().row());
        }
      }
      last.publish(shelf);
      return report(List.copyOf(decided), last);
    }
  }

  /** Whatever is killed in between, a line that holds for good never contradicts the books. */
  private static List<ResultRow> decide(
      Entry entry, Judgement judgement, @Nullable String picture, LastRun last) {
    var purchase = entry.purchase();
    last.table().reopen(List.of(purchase.key()), Status.UNSURE);
    if (!last.ledger().decisions().resolve(purchase, judgement, picture)) {
      throw new IllegalStateException("nothing to decide in the books for " + purchase);
    }
    return last.refresh(purchase.key());
  }

  private static ResolveReport report(List<Long> decided, LastRun last) {
    var unsure = new ArrayList<ResolveReport.Unsure>();
    var ofThisRun = new HashSet<String>();
    var run = last.run().number();
    last.table().forEachUnsure(line -> {
      var undecided = last.known(line).filter(Entry::undecided);
      if (undecided.isEmpty()) return;
      var known = undecided.get();
      unsure.add(unsure(line, known, last));
      if (known.run() == run) ofThisRun.add(known.purchase().key().value());
    });
    var untold = last.ledger().decisions().undecided(run) - ofThisRun.size();
    return new ResolveReport(decided, unsure, untold);
  }

  private static ResolveReport.Unsure unsure(ResultRow line, Entry known, LastRun last) {
    var sending = last.ledger().decisions().sending(known.purchase());
    return new ResolveReport.Unsure(
        line.place(),
        sending.at(),
        sending.boughtAt(),
        known.run(),
        sending.requestId(),
        line.error());
  }

  private static String address(String picture) {
    var found = Photos.none().find(picture);
    if (found instanceof Photos.There there)
      return Objects.requireNonNull(there.photo().url());
    throw new BadInput("--picture: " + ((Photos.Missing) found).problem());
  }
}
