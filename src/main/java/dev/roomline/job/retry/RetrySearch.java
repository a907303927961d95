package dev.roomline.job.retry;

import dev.roomline.domain.Money;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.Status;
import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Settled;
import dev.roomline.ledger.State;
import dev.roomline.results.ResultRow;
import dev.roomline.results.Setback;
import dev.roomline.rooms.RoomsFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks through the rooms file for what fits a person's choice, by what the books know of it. */
final class RetrySearch {
  private final RetryChoice choice;
  private final Ledger ledger;
  private final Map<Long, String> invalidBefore;
  private final List<Found> found = new ArrayList<>();
  private final Map<Status, Long> left = new EnumMap<>(Status.class);
  private final TreeSet<Long> doubtful = new TreeSet<>();
  private final BitSet rows = new BitSet();

  private record Found(RoomRow.Order order, RenderKey key, Setback setback) {
    /** When a person decided on it, if that came to nothing so far. */
    @Nullable
    Instant decided() {
      var entry = setback.entry();
      var judgement = entry == null ? null : entry.judgement();
      return judgement != null && judgement.retried() ? judgement.at() : null;
    }

    RetryOffer.Line line() {
      return new RetryOffer.Line(
          order.place(), key, setback.was(), setback.cause(), setback.reason());
    }
  }

  /**
   * @param invalidBefore rows that were invalid when they were last judged, and why
   */
  RetrySearch(RetryChoice choice, Ledger ledger, Map<Long, String> invalidBefore) {
    this.choice = choice;
    this.ledger = ledger;
    this.invalidBefore = invalidBefore;
  }

  /**
   * What fits in a rooms file.
   *
   * @param each what a render costs; null if nobody said
   */
  RetryOffer in(RoomsFile file, @Nullable Money each) {
    try (var reader = file.open()) {
      for (var row = reader.next(); row != null; row = reader.next()) {
        rows.set(Math.toIntExact(row.number()));
        if (row instanceof RoomRow.Order order) look(order);
        else leave(Status.INVALID, ((RoomRow.Invalid) row).lines());
      }
    }
    choice.checkRows(rows);
    var goesOn = dropWhatAnUnfinishedRetryBought();
    var lines = found.stream().map(Found::line).toList();
    return new RetryOffer(lines, left, List.copyOf(doubtful), goesOn, each);
  }

  private void look(RoomRow.Order order) {
    var row = order.number();
    var key = ledger.key(order.request());
    var known = ledger.find(key, 0);
    known.filter(it -> isDoubtful(it, row)).ifPresent(it -> doubtful.add(row));
    var setback = known.isPresent() ? Setback.of(known.get()).orElse(null) : invalidBefore(row);
    if (setback != null && choice.fits(row, setback)) found.add(new Found(order, key, setback));
    else leave(known.map(it -> ResultRow.status(Settled.of(it))).orElse(Status.NOT_BOUGHT), 1);
  }

  private @Nullable Setback invalidBefore(long row) {
    var problem = invalidBefore.get(row);
    return problem == null ? null : Setback.invalid(problem);
  }

  /** Perhaps paid, or given up: retry never touches these. */
  private boolean isDoubtful(Entry entry, long row) {
    var undecided = entry.state() == State.SENDING || entry.state() == State.UNSURE;
    return undecided
        && ResultRow.status(Settled.of(entry)) != Status.NOT_BOUGHT
        && choice.asksForDoubtful()
        && choice.fits(row);
  }

  /**
   * A retry that was killed or stopped goes on when it is asked for again: what it has bought, and
   * what came to nothing once more, is not among its rest.
   *
   * @return whether there is such a rest
   */
  private boolean dropWhatAnUnfinishedRetryBought() {
    var since = found.stream()
        .map(Found::decided)
        .filter(it -> it != null)
        .min(Instant::compareTo)
        .orElse(null);
    if (since == null) return false;
    found.removeIf(it -> {
      var entry = it.setback().entry();
      var bought = it.decided() == null && entry != null && !entry.at().isBefore(since);
      if (bought) leave(it.setback().was(), 1);
      return bought;
    });
    return true;
  }

  private void leave(Status status, long lines) {
    left.merge(status, lines, Long::sum);
  }
}
