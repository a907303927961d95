package dev.roomline.job.decisions;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Quantity;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.images.PhotoSource;
import dev.roomline.job.session.JobSettings;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Decision.Kind;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.results.ResultRow;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The command {@code resolve}: a person decides about renders that may have been charged. */
public final class UnsureResolver {
  private final JobFile jobFile;
  private final Clock clock;

  public UnsureResolver(JobFile jobFile, Clock clock) {
    this.jobFile = jobFile;
    this.clock = clock;
  }

  /**
   * Lists the unsure rows of the job's last run.
   *
   * @throws InvalidInputException if the job has not run yet
   * @throws StartRefusedException if a run uses the state
   */
  public ResolveReport unsure() throws InterruptedException {
    try (var last = OpenedRun.open(jobFile, clock)) {
      return report(List.of(), last);
    }
  }

  /**
   * Marks them as not paid. The next run sends each of them again.
   *
   * @throws InvalidInputException if a row is not unsure, or if an earlier decision already had an effect
   * @throws StartRefusedException if a run uses the state
   */
  public ResolveReport notPaid(RowSelection rows, String by, String why)
      throws InterruptedException, IOException {
    return decide(rows, decision(Kind.NOT_PAID, by, why), List.of());
  }

  /**
   * Marks them as paid; otherwise as {@link #notPaid}.
   *
   * @param pictures the addresses of their pictures, one each, for the next run to download;
   *     empty if there are none
   */
  public ResolveReport paidElsewhere(
      RowSelection rows, List<String> pictures, String by, String why)
      throws InterruptedException, IOException {
    return decide(
        rows,
        decision(Kind.PAID_ELSEWHERE, by, why),
        pictures.stream().map(UnsureResolver::address).toList());
  }

  /** Never sends them again, paid or not; otherwise as {@link #notPaid}. */
  public ResolveReport giveUp(RowSelection rows, String by, String why)
      throws InterruptedException, IOException {
    return decide(rows, decision(Kind.GIVEN_UP, by, why), List.of());
  }

  private Decision decision(Kind kind, String by, String why) {
    return new Decision(kind, by, why, clock.instant());
  }

  private ResolveReport decide(RowSelection rows, Decision judgement, List<String> pictures)
      throws InterruptedException, IOException {
    try (var last = OpenedRun.open(jobFile, clock);
        var pictureStore = JobSettings.pictureStore(jobFile)) {
      last.purchases().markOpenClaimsUnsure();
      last.refreshDecided();
      var chosen = last.chosen(() -> List.copyOf(UnsureSelection.of(rows, last)), pictureStore);
      if (!pictures.isEmpty() && pictures.size() != chosen.size()) {
        throw new InvalidInputException(
            "these rows have %s, but %s; name one for each, in the order of the list"
                .formatted(
                    Quantity.of(chosen.size(), "unsure render"),
                    Quantity.of(pictures.size(), "picture")
                        + Quantity.noun(pictures.size(), " is named", " are named")));
      }
      var decided = new TreeSet<Long>();
      for (var n = 0; n < chosen.size(); n++) {
        var picture = pictures.isEmpty() ? null : pictures.get(n);
        for (var line : decide(chosen.get(n), judgement, picture, last)) {
          decided.add(line.position().row());
        }
      }
      last.publish(pictureStore);
      return report(List.copyOf(decided), last);
    }
  }

  /** After a kill at any moment, a final line never contradicts the ledger. */
  private static List<ResultRow> decide(
      LedgerEntry entry, Decision judgement, @Nullable String picture, OpenedRun last) {
    var purchase = entry.purchase();
    last.table().reopen(List.of(purchase.key()), ResultStatus.UNSURE);
    if (!last.purchases().decisions().resolve(purchase, judgement, picture)) {
      throw new IllegalStateException("nothing to decide in the ledger for " + purchase);
    }
    return last.refresh(purchase.key());
  }

  private static ResolveReport report(List<Long> decided, OpenedRun last) {
    var unsure = new ArrayList<ResolveReport.Unsure>();
    var ofThisRun = new HashSet<String>();
    var run = last.run().number();
    last.table().forEachUnsure(line -> {
      var undecided = last.known(line).filter(it -> it.meaning().isUndecided());
      if (undecided.isEmpty()) return;
      var known = undecided.get();
      unsure.add(unsure(line, known, last));
      if (known.run() == run) ofThisRun.add(known.purchase().key().value());
    });
    var untold = last.purchases().decisions().undecided(run) - ofThisRun.size();
    return new ResolveReport(decided, unsure, untold);
  }

  private static ResolveReport.Unsure unsure(ResultRow line, LedgerEntry known, OpenedRun last) {
    var sent = last.purchases().decisions().sentRequest(known.purchase());
    return new ResolveReport.Unsure(
        line.position(), sent.at(), sent.endpoint(), known.run(), sent.requestId(), line.error());
  }

  private static String address(String picture) {
    var found = PhotoSource.none().find(picture);
    if (found instanceof PhotoSource.There there)
      return Objects.requireNonNull(there.photo().url());
    throw new InvalidInputException("--picture: " + ((PhotoSource.Missing) found).problem());
  }
}
